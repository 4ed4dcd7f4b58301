package dev.respool.it.scenarios.lost.fresh;

import static dev.respool.it.scenarios.lost.Current.pass;

import dev.respool.Suspendable;

/** Has the method that its superclass's initialiser calls. */
class Sub extends Super {
  @Suspendable
  static int twice(int x) {
    pass(x);
    return 2 * x;
  }
}
