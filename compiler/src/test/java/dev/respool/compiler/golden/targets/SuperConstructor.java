package dev.respool.compiler.golden.targets;

import dev.respool.Coroutine;
import dev.respool.Suspendable;

/** A call of a superclass's constructor that suspends. */
class SuperConstructor {
  @Suspendable
  SuperConstructor(Object value) {
    Coroutine.yield(value);
  }

  static final class Derived extends SuperConstructor {
    long number;

    @Suspendable
    Derived(long number) {
      super(number == 0 ? null : "number");
      this.number = number;
    }
  }
}
