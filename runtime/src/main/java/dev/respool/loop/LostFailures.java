package dev.respool.loop;

import java.lang.System.Logger.Level;

/** Where the failures of tasks go that nobody awaits. */
final class LostFailures {
  private static final String LOGGER = "dev.respool";

  private volatile FailureHandler handler = LostFailures::log;

  void setHandler(FailureHandler replacement) {
    handler = replacement;
  }

  /** Tells the handler of a task that has failed. */
  void tell(TaskState task) {
    tell(handler, task);
  }

  static void tell(FailureHandler handler, TaskState task) {
    try {
      handler.failed(new Task<>(task), task.failure());
    } catch (Throwable t) { // the loop has to go on
      Failures.both(t, task.failure());
      System.getLogger(LOGGER).log(Level.ERROR, "the failure handler of " + task + " failed", t);
    }
  }

  private static void log(Task<?> task, Throwable failure) {
    System.getLogger(LOGGER).log(Level.WARNING, task + " failed while nobody awaited it", failure);
  }
}
