package dev.respool.benchmarks.respool.ordinary;

import dev.respool.Coroutine;
import dev.respool.Suspendable;

/** Where a program suspends. */
final class Pause {
  private Pause() {}

  @Suspendable
  static void at(int number) {
    Coroutine.yield(number);
  }
}
