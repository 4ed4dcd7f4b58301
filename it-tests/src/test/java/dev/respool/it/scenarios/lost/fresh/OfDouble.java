package dev.respool.it.scenarios.lost.fresh;

import static dev.respool.it.scenarios.lost.Current.INNER;
import static dev.respool.it.scenarios.lost.Current.foreign;
import static dev.respool.it.scenarios.lost.Current.pass;

import dev.respool.Suspendable;

/** The same with a floating-point result. */
final class OfDouble {
  static final double CONSTANT = foreign(twice(INNER));

  private OfDouble() {}

  @Suspendable
  static double twice(double x) {
    pass((int) x);
    return 2 * x;
  }
}
