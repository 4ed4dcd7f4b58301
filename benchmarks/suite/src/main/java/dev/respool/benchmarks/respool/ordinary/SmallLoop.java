package dev.respool.benchmarks.respool.ordinary;

import dev.respool.Suspendable;

/**
 * A sum over a small method.
 *
 * @param first the first number
 * @param count how many numbers
 */
@Suspendable
record SmallLoop(int first, int count) implements Program {
  @Override
  public int run() {
    int sum = 0;
    for (int i = first; i < first + count; i++) {
      sum += small(i);
    }
    return sum;
  }

  private static int small(int i) {
    if (i < 0) {
      Pause.at(i);
    }
    return i ^ 0x55;
  }
}
