package dev.respool.it.scenarios.lost.fresh;

import static dev.respool.it.scenarios.lost.Current.INNER;
import static dev.respool.it.scenarios.lost.Current.foreign;
import static dev.respool.it.scenarios.lost.Current.pass;

import dev.respool.Suspendable;

/** Its initialiser calls its method. */
final class OfClass {
  static final int CONSTANT = foreign(twice(INNER));

  private OfClass() {}

  @Suspendable
  static int twice(int x) {
    pass(x);
    return 2 * x;
  }
}
