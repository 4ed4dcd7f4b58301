package dev.respool.loop;

/** Hears of tasks that failed while nobody waited for them. */
@FunctionalInterface
public interface FailureHandler {
  /**
   * Called on the loop's thread when the task has ended. It must not wait. If it throws, that goes
   * to the system's log.
   *
   * @param task the task; who awaits it later still gets the failure
   * @param failure what its body threw
   */
  void failed(Task<?> task, Throwable failure);
}
