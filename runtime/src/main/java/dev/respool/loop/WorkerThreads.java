package dev.respool.loop;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The daemon threads, shared by all loops, on which the operating system or a program may block.
 * They end after some idle time, so nothing has to be shut down.
 */
final class WorkerThreads {
  private static final int IDLE_SECONDS = 10;

  /** For file operations: they are short, and more threads do not make disks faster. */
  static final ThreadPoolExecutor FILES =
      pool("respool-file-", Math.max(2, Runtime.getRuntime().availableProcessors()));

  /** For {@link Tasks#blocking}; in the pool, more calls than its size wait for a thread. */
  static final ExecutorService BLOCKING =
      VirtualThreads.perCall("respool-blocking-", () -> pool("respool-blocking-", 64));

  /** For calls that may block until somebody else does something; none waits for a thread. */
  static final ThreadPoolExecutor WAITING = unboundedPool("respool-waiting-");

  private WorkerThreads() {}

  /** Starts a call that may block; the future fails with what it throws. */
  static <T> CompletableFuture<T> call(Callable<T> call) {
    CompletableFuture<T> result = new CompletableFuture<>();
    WAITING.execute(
        () -> {
          try {
            result.complete(call.call());
          } catch (Throwable t) { // whoever waits gets whatever it is
            result.completeExceptionally(t);
          }
        });
    return result;
  }

  private static ThreadPoolExecutor pool(String prefix, int size) {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            size,
            size,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            daemons(prefix));
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }

  private static ThreadPoolExecutor unboundedPool(String prefix) {
    return new ThreadPoolExecutor(
        0,
        Integer.MAX_VALUE,
        IDLE_SECONDS,
        TimeUnit.SECONDS,
        new SynchronousQueue<>(),
        daemons(prefix));
  }

  private static ThreadFactory daemons(String prefix) {
    AtomicInteger number = new AtomicInteger();
    return action -> daemon(action, prefix + number.incrementAndGet());
  }

  static Thread daemon(Runnable action, String name) {
    Thread thread = new Thread(action, name);
    thread.setDaemon(true);
    return thread;
  }
}
