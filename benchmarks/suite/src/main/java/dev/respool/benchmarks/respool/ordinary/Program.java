package dev.respool.benchmarks.respool.ordinary;

import dev.respool.Suspendable;

/** One of the programs, with the numbers that it works on. */
public interface Program {
  /**
   * Runs it.
   *
   * @return its answer
   */
  @Suspendable
  int run();
}
