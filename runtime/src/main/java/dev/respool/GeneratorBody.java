package dev.respool;

/**
 * The body of a generator.
 *
 * @param <T> the element type
 */
@FunctionalInterface
public interface GeneratorBody<T> {
  /**
   * Produces the elements.
   *
   * @param yielder takes them
   * @throws Exception anything; it leaves the iterator's method
   */
  @Suspendable
  void run(Yielder<T> yielder) throws Exception;
}
