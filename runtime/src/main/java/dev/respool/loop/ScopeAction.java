package dev.respool.loop;

import dev.respool.Suspendable;

/**
 * The body of a scope, without a result of its own.
 *
 * @param <T> what the tasks of the scope return
 */
@FunctionalInterface
public interface ScopeAction<T> {
  /**
   * Runs as code of the calling task; may suspend.
   *
   * @param scope starts the tasks
   * @throws Exception the scope's failure
   */
  @Suspendable
  void run(TaskScope<T> scope) throws Exception;
}
