package dev.respool.loop;

import dev.respool.Suspendable;

/** What a task without result runs. */
@FunctionalInterface
public interface TaskAction {
  /**
   * Runs on the loop's thread; may suspend.
   *
   * @throws Exception the task's failure
   */
  @Suspendable
  void run() throws Exception;
}
