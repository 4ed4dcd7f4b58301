package dev.respool.it.scenarios.lost.fresh;

import static dev.respool.it.scenarios.lost.Current.INNER;
import static dev.respool.it.scenarios.lost.Current.pass;

import dev.respool.Suspendable;

/** Its initialiser starts that of another class, which calls the method of this one. */
final class First {
  static final int CONSTANT = Second.twice(INNER);

  private First() {}

  @Suspendable
  static int twice(int x) {
    pass(x);
    return 2 * x;
  }
}
