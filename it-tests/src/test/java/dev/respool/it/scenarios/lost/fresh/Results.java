package dev.respool.it.scenarios.lost.fresh;

import static dev.respool.it.scenarios.lost.Current.INNER;
import static dev.respool.it.scenarios.lost.Current.foreign;
import static dev.respool.it.scenarios.lost.Current.pass;

import dev.respool.Suspendable;

/** The same with a result of two slots. */
final class Results {
  static final long CONSTANT = foreign(ofLong(INNER));

  private Results() {}

  @Suspendable
  static long ofLong(int x) {
    pass(x);
    return 2L * x;
  }
}
