package dev.respool.loop;

import dev.respool.inspect.BlockedPicture;
import dev.respool.inspect.Inspection;
import java.lang.System.Logger.Level;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Notices a task that keeps its loop: a step that takes longer than a limit.
 *
 * <p>The loop's thread only says which step it is at. A daemon thread, one for all watchdogs, looks
 * several times within the limit. A step that it has seen for that long has taken that long, and it
 * is told of once. A stack counts if the step is still the same after it was taken.
 */
final class Watchdog {
  private static final int LOOKS = 4; // within the limit
  private static final long SHORTEST_PERIOD = TimeUnit.MILLISECONDS.toNanos(1);
  private static final ScheduledExecutorService LOOKER =
      Executors.newSingleThreadScheduledExecutor(
          action -> WorkerThreads.daemon(action, "respool-watchdog"));

  private final Reactor reactor;
  private final long limit;
  private final WatchdogHandler handler;

  /** Written by the loop's thread: the number first, so that two equal ones name one task. */
  private final AtomicLong steps = new AtomicLong();

  private final AtomicReference<TaskState> running = new AtomicReference<>(); // null between steps

  private Thread thread; // that runs it, or did so last

  private long seen; // this and the following: used by the watchdog's thread only
  private long since;
  private boolean told;

  Watchdog(Reactor reactor, Duration limit, WatchdogHandler handler) {
    this.reactor = reactor;
    this.limit = SleepWait.nanos(limit);
    this.handler = handler;
  }

  /** Begins to look, until the loop has another watchdog or has gone. */
  void start() {
    new Look(new WeakReference<>(this), Math.max(limit / LOOKS, SHORTEST_PERIOD)).later();
  }

  /** Runs a step of a task; loop's thread. */
  void step(TaskState task) {
    if (thread != Thread.currentThread()) {
      thread = Thread.currentThread();
    }
    steps.setRelease(steps.getPlain() + 1);
    running.setRelease(task);
    try {
      task.step();
    } finally {
      running.setRelease(null);
    }
  }

  /** What the watchdog's thread does now and then; the time is in nanoseconds. */
  void look(long now) {
    long step = steps.getAcquire();
    TaskState task = running.getAcquire();
    if (step != seen || task == null) {
      seen = step;
      since = now;
      told = false;
    } else if (!told && now - since >= limit) {
      told = told(task, Duration.ofNanos(now - since));
    }
  }

  /** Tells of the task, unless its step ends meanwhile. */
  private boolean told(TaskState task, Duration held) {
    StackTraceElement[] stack = BlockedStack.of(thread, task);
    boolean same = steps.getAcquire() == seen && running.getAcquire() == task;
    if (same) {
      tell(task, held, stack);
    }
    return same;
  }

  private void tell(TaskState task, Duration held, StackTraceElement[] stack) {
    report(task.actor(), held, stack);
    try {
      handler.blocked(new Task<>(task.actor()), held, stack);
    } catch (Throwable t) { // the other loops are watched on
      System.getLogger("dev.respool")
          .log(Level.ERROR, "the watchdog handler failed, called for " + task, t);
    }
  }

  /** For inspections. A reactor in a unit test has no inspector. */
  private void report(TaskState task, Duration held, StackTraceElement[] stack) {
    if (reactor.inspector() != null) {
      long loop = reactor.inspector().number();
      Inspection.report(
          new BlockedPicture(Instant.now(), loop, task.toString(), held, List.of(stack)));
    }
  }

  /** The handler of whoever has none. */
  static void log(Task<?> task, Duration held, StackTraceElement[] stack) {
    IllegalStateException here = new IllegalStateException("this is where " + task + " runs");
    here.setStackTrace(stack);
    Warnings.log(
        task
            + " has kept its event loop for "
            + held.toMillis()
            + " ms without a wait, and all other tasks of the loop with it: let it call"
            + " Tasks.yieldNow now and then, or do this in Tasks.blocking",
        here);
  }

  /** The watchdog is held by its loop alone, so that both can go. */
  private record Look(WeakReference<Watchdog> of, long period) implements Runnable {
    void later() {
      LOOKER.schedule(this, period, TimeUnit.NANOSECONDS);
    }

    @Override
    public void run() {
      Watchdog watchdog = of.get();
      if (watchdog != null && watchdog.reactor.watchdog() == watchdog) {
        watchdog.look(System.nanoTime());
        later();
      }
    }
  }
}
