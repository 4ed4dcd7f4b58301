package dev.respool;

/** What a {@link DoubleGenerator} runs. */
@FunctionalInterface
public interface DoubleGeneratorBody {
  /**
   * Yields the elements.
   *
   * @param g takes them
   * @throws Exception whatever the body throws; it leaves the iterator's method
   */
  @Suspendable
  void run(DoubleYielder g) throws Exception;
}
