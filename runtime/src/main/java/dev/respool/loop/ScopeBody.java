package dev.respool.loop;

import dev.respool.Suspendable;

/**
 * The body of a scope.
 *
 * @param <T> what the tasks of the scope return
 * @param <R> the result
 */
@FunctionalInterface
public interface ScopeBody<T, R> {
  /**
   * Runs as code of the calling task; may suspend.
   *
   * @param scope starts the tasks
   * @return the result of the scope; null is a value
   * @throws Exception the scope's failure
   */
  @Suspendable
  R run(TaskScope<T> scope) throws Exception;
}
