package dev.respool.benchmarks.respool.ordinary;

import dev.respool.Suspendable;

/**
 * A Fibonacci number by recursion.
 *
 * @param n its index
 * @param end the program suspends at indices below it
 */
@Suspendable
record Recursion(int n, int end) implements Program {
  @Override
  public int run() {
    return fib(n, end);
  }

  private static int fib(int n, int end) {
    if (n < end) {
      Pause.at(n);
    }
    return n < 2 ? n : fib(n - 1, end) + fib(n - 2, end);
  }
}
