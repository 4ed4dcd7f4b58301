package dev.respool.it.scenarios.lost.fresh;

import static dev.respool.it.scenarios.lost.Current.INNER;
import static dev.respool.it.scenarios.lost.Current.foreign;
import static dev.respool.it.scenarios.lost.Current.pass;

import dev.respool.Suspendable;

/** Its initialiser calls the constructor that is called. */
final class Singleton {
  static final Singleton ONE = foreign(new Singleton(INNER));

  final int twice;

  @Suspendable
  Singleton(int x) {
    pass(x);
    this.twice = 2 * x;
  }
}
