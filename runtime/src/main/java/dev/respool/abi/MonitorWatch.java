package dev.respool.abi;

import java.lang.System.Logger.Level;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Tells of threads that wait long to get back the monitors of a coroutine that continues: such a
 * wait blocks the thread, and an event loop with all its tasks. Its own thread ends when there is
 * nothing to watch.
 */
final class MonitorWatch {
  /** In milliseconds. */
  private static final long PATIENCE = 100;

  private static final ScheduledThreadPoolExecutor WATCH = make();

  private MonitorWatch() {}

  private static ScheduledThreadPoolExecutor make() {
    ScheduledThreadPoolExecutor watch = new ScheduledThreadPoolExecutor(1, MonitorWatch::thread);
    watch.setRemoveOnCancelPolicy(true);
    watch.setKeepAliveTime(1, TimeUnit.SECONDS);
    watch.allowCoreThreadTimeOut(true);
    return watch;
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "respool-monitor-watch");
    thread.setDaemon(true);
    return thread;
  }

  /** A wait that is being watched. */
  static final class Wait {
    private final Future<?> report;

    private Wait(Future<?> report) {
      this.report = report;
    }

    /** The monitors are there, or will not be needed. */
    void end() {
      report.cancel(false);
    }
  }

  /** Watches the current thread from now on. */
  static Wait begin(Frame holder) {
    Thread waiting = Thread.currentThread();
    return new Wait(WATCH.schedule(() -> report(waiting, holder), PATIENCE, TimeUnit.MILLISECONDS));
  }

  private static void report(Thread waiting, Frame holder) {
    System.getLogger("dev.respool")
        .log(
            Level.WARNING,
            "Thread {0} has waited {1} ms for the monitors that {2} gave up when it suspended:"
                + " another thread holds one. The thread, and an event loop that it runs, does"
                + " nothing else meanwhile. Hold monitors briefly, or use dev.respool.loop.Mutex.",
            waiting.getName(),
            PATIENCE,
            holder.method().describe().element(holder.point));
  }
}
