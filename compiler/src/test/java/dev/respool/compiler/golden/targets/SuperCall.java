package dev.respool.compiler.golden.targets;

import dev.respool.Coroutine;
import dev.respool.Suspendable;

/** A call of the overridden method, which suspends. */
final class SuperCall {
  private SuperCall() {}

  static class Base {
    @Suspendable
    Object step(Object value) {
      return Coroutine.yield(value);
    }
  }

  static final class Derived extends Base {
    @Override
    Object step(Object value) {
      Object first = super.step(value);
      return value == null ? null : first;
    }
  }
}
