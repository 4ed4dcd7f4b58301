package dev.respool.loop;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
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

  private WorkerThreads() {}

  private static ThreadPoolExecutor pool(String prefix, int size) {
    AtomicInteger number = new AtomicInteger();
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            size,
            size,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            action -> daemon(action, prefix + number.incrementAndGet()));
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }

  static Thread daemon(Runnable action, String name) {
    Thread thread = new Thread(action, name);
    thread.setDaemon(true);
    return thread;
  }
}
