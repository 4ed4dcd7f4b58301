package dev.respool.benchmarks;

/** A generator of ints in the hands of its consumer. */
public interface IntSource extends AutoCloseable {
  /**
   * Runs the generator up to its next yield.
   *
   * @return what it yields
   */
  int next();

  /** Ends the generator where it stands, if its peer has a way to do so. */
  @Override
  default void close() {}
}
