package dev.respool.it.scenarios.lost.fresh;

import static dev.respool.it.scenarios.lost.Current.INNER;
import static dev.respool.it.scenarios.lost.Current.foreign;
import static dev.respool.it.scenarios.lost.Current.pass;

import dev.respool.Suspendable;

/** The same of an interface. */
interface OfInterface {
  int CONSTANT = foreign(twice(INNER));

  @Suspendable
  static int twice(int x) {
    pass(x);
    return 2 * x;
  }
}
