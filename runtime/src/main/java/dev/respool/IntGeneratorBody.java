package dev.respool;

/** What an {@link IntGenerator} runs. */
@FunctionalInterface
public interface IntGeneratorBody {
  /**
   * Yields the elements.
   *
   * @param g takes them
   * @throws Exception whatever the body throws; it leaves the iterator's method
   */
  @Suspendable
  void run(IntYielder g) throws Exception;
}
