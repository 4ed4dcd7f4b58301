package dev.respool;

/** The body of a coroutine without parameter or result. */
@FunctionalInterface
public interface CoroutineAction {
  /**
   * Runs the body.
   *
   * @throws Exception anything; it leaves {@code resume}
   */
  @Suspendable
  void run() throws Exception;
}
