package dev.respool;

/**
 * Takes the elements of a running {@link Generator}.
 *
 * @param <T> the element type
 */
public sealed interface Yielder<T> permits GeneratorRun {
  /**
   * Hands an element to the iterator and suspends until the next one is wanted.
   *
   * @param element may be null
   * @throws IllegalStateException if the generator's own body is not what runs: inside another
   *     coroutine, or after its end
   * @throws NotSuspendableException if a frame between here and the generator's body cannot be
   *     captured
   */
  @Suspendable
  void yield(T element);
}
