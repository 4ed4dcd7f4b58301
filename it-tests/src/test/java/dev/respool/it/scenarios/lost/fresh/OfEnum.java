package dev.respool.it.scenarios.lost.fresh;

import static dev.respool.it.scenarios.lost.Current.INNER;
import static dev.respool.it.scenarios.lost.Current.foreign;
import static dev.respool.it.scenarios.lost.Current.pass;

import dev.respool.Suspendable;

/** The same of an enum, by the constructor of its constant. */
enum OfEnum {
  ONE(twice(INNER));

  final int twice;

  OfEnum(int twice) {
    this.twice = foreign(twice);
  }

  @Suspendable
  static int twice(int x) {
    pass(x);
    return 2 * x;
  }
}
