package dev.respool;

/**
 * Takes the elements of a running {@link Generator}.
 *
 * @param <T> the element type
 */
public sealed interface Yielder<T> permits GeneratorRun {
  /**
   * Passes an element to the iterator and suspends until the next one is asked for.
   *
   * @param element may be null
   * @throws IllegalStateException if it is not the generator's body that calls this, but another
   *     coroutine or code that runs after the body's end
   * @throws NotSuspendableException if a frame between here and the generator's body cannot be
   *     captured
   */
  @Suspendable
  void yield(T element);
}
