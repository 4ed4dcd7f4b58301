package dev.respool.it.scenarios.lost.fresh;

import static dev.respool.it.scenarios.lost.Current.pass;

import dev.respool.Suspendable;
import dev.respool.it.scenarios.lost.Current;

/** Its initialiser fails where the attempt is not the direct one. */
final class Uninitialised {
  static {
    twice(Current.INNER + 1);
    Current.failUnlessDirect();
  }

  private Uninitialised() {}

  @Suspendable
  static int twice(int x) {
    pass(x);
    return 2 * x;
  }
}
