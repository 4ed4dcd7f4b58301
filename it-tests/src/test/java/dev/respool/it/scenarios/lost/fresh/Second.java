package dev.respool.it.scenarios.lost.fresh;

import static dev.respool.it.scenarios.lost.Current.INNER;
import static dev.respool.it.scenarios.lost.Current.foreign;
import static dev.respool.it.scenarios.lost.Current.pass;

import dev.respool.Suspendable;

/** Its initialiser calls back. */
final class Second {
  static final int CONSTANT = foreign(First.twice(INNER));

  private Second() {}

  @Suspendable
  static int twice(int x) {
    pass(x + 1);
    return 2 * x;
  }
}
