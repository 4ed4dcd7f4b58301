package dev.respool.benchmarks.quasar;

import co.paralleluniverse.fibers.FiberExecutorScheduler;
import co.paralleluniverse.fibers.FiberScheduler;
import java.util.ArrayDeque;

/**
 * The fibers that can go on, first in, first out. There is one queue, as a scheduler has a thread
 * of its own for time-outs, which would outlive the queue.
 */
final class RunQueue {
  private static final ArrayDeque<Runnable> READY = new ArrayDeque<>();

  /** Queues a fiber when it is started or unparked. */
  static final FiberScheduler SCHEDULER =
      new FiberExecutorScheduler("queue", READY::add, null, false);

  private RunQueue() {}

  /** Returns when none can go on. */
  static void run() {
    for (Runnable task = READY.poll(); task != null; task = READY.poll()) {
      task.run();
    }
  }
}
