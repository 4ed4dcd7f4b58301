package dev.respool.it.scenarios.lost.fresh;

import static dev.respool.it.scenarios.lost.Current.INNER;
import static dev.respool.it.scenarios.lost.Current.foreign;
import static dev.respool.it.scenarios.lost.Current.pass;

import dev.respool.Suspendable;

/** The same with a reference. */
final class OfObject {
  static final String CONSTANT = foreign(text(INNER));

  private OfObject() {}

  @Suspendable
  static String text(int x) {
    pass(x);
    return Integer.toString(x);
  }
}
