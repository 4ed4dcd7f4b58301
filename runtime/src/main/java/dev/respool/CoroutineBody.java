package dev.respool;

/**
 * The body of a coroutine.
 *
 * @param <I> what it is resumed with
 * @param <O> what it yields and returns
 */
@FunctionalInterface
public interface CoroutineBody<I, O> {
  /**
   * Runs the body.
   *
   * @param first the value of the first {@code resume}
   * @return the value of the last {@code resume}
   * @throws Exception anything; it leaves {@code resume}
   */
  @Suspendable
  O run(I first) throws Exception;
}
