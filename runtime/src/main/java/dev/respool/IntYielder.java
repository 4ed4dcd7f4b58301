package dev.respool;

/** Takes the elements of a running {@link IntGenerator}. */
public sealed interface IntYielder permits IntGeneratorRun {
  /**
   * Hands an element to the iterator and suspends until the next one is wanted. Nothing is boxed.
   *
   * @param element the element
   * @throws IllegalStateException if the generator's own body is not what runs: inside another
   *     coroutine, or after its end
   * @throws NotSuspendableException if a frame between here and the generator's body cannot be
   *     captured
   */
  @Suspendable
  void yield(int element);
}
