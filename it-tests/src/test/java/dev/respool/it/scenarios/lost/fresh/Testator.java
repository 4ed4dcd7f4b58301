package dev.respool.it.scenarios.lost.fresh;

import static dev.respool.it.scenarios.lost.Current.INNER;
import static dev.respool.it.scenarios.lost.Current.foreign;
import static dev.respool.it.scenarios.lost.Current.pass;

import dev.respool.Suspendable;

/** Its initialiser calls its method by an heir's name. */
class Testator {
  static final int CONSTANT = foreign(Heir.twice(INNER));

  @Suspendable
  static int twice(int x) {
    pass(x);
    return 2 * x;
  }
}
