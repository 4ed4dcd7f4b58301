package dev.respool.it.scenarios.lost.fresh;

import static dev.respool.it.scenarios.lost.Current.pass;

import dev.respool.Suspendable;

/** Has the method that an interface's initialiser calls. */
final class Implementation implements WithDefault {
  private Implementation() {}

  @Suspendable
  static int twice(int x) {
    pass(x);
    return 2 * x;
  }
}
