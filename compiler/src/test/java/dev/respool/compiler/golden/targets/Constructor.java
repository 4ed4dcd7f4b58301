package dev.respool.compiler.golden.targets;

import dev.respool.Coroutine;
import dev.respool.Suspendable;

/** A final field that is assigned behind a suspension, in an object whose arguments suspend. */
final class Constructor {
  final int early;
  final Object late;

  @Suspendable
  Constructor(int early) {
    this.early = early;
    this.late = Coroutine.yield(early);
  }

  @Suspendable
  static Constructor run() {
    return new Constructor(Coroutine.<Integer>yield(1));
  }
}
