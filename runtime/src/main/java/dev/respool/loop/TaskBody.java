package dev.respool.loop;

import dev.respool.Suspendable;

/**
 * What a task runs.
 *
 * @param <T> the result
 */
@FunctionalInterface
public interface TaskBody<T> {
  /**
   * Runs on the loop's thread; may suspend.
   *
   * @return the task's result; null is a value
   * @throws Exception the task's failure
   */
  @Suspendable
  T run() throws Exception;
}
