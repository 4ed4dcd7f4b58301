package dev.respool.compiler.golden.targets;

import dev.respool.Coroutine;
import dev.respool.Suspendable;

/** A local that is known to be null, and one that is dead, at the call that suspends. */
final class NullLocal {
  private NullLocal() {}

  @Suspendable
  static String run(String dead) {
    String nothing = null;
    Coroutine.yield(dead);
    return nothing;
  }
}
