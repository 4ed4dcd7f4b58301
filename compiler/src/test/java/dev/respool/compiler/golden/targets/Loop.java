package dev.respool.compiler.golden.targets;

import dev.respool.Coroutine;
import dev.respool.Suspendable;

/** A suspension in a loop. */
final class Loop {
  private Loop() {}

  @Suspendable
  static long sum(int rounds) {
    long sum = 0;
    for (int i = 0; i < rounds; i++) {
      Integer next = Coroutine.yield(i);
      sum += next;
    }
    return sum;
  }
}
