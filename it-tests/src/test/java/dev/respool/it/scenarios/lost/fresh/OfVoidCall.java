package dev.respool.it.scenarios.lost.fresh;

import static dev.respool.it.scenarios.lost.Current.INNER;
import static dev.respool.it.scenarios.lost.Current.foreign;
import static dev.respool.it.scenarios.lost.Current.pass;

import dev.respool.Suspendable;

/** The same of a method without a result. */
final class OfVoidCall {
  static {
    twice(INNER);
    foreign(OfVoid.doubled);
  }

  private OfVoidCall() {}

  @Suspendable
  static void twice(int x) {
    pass(x);
    OfVoid.doubled = 2 * x;
  }
}
