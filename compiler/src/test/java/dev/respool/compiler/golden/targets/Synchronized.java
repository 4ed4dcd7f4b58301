package dev.respool.compiler.golden.targets;

import dev.respool.Coroutine;
import dev.respool.Suspendable;

/** Suspends while it holds monitors; compiled so that it gives them up meanwhile. */
final class Synchronized {
  private final Object lock = new Object();

  private Synchronized() {}

  @Suspendable
  int statement(int rounds) {
    int sum = 0;
    for (int i = 0; i < rounds; i++) {
      synchronized (lock) {
        Integer next = Coroutine.yield(i);
        sum += next;
      }
    }
    return sum;
  }

  @Suspendable
  synchronized Object method() {
    return Coroutine.yield();
  }
}
