package dev.respool;

/** What a {@link LongGenerator} runs. */
@FunctionalInterface
public interface LongGeneratorBody {
  /**
   * Yields the elements.
   *
   * @param g takes them
   * @throws Exception whatever the body throws; it leaves the iterator's method
   */
  @Suspendable
  void run(LongYielder g) throws Exception;
}
