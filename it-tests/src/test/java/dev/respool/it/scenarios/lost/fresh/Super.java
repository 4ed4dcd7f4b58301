package dev.respool.it.scenarios.lost.fresh;

import static dev.respool.it.scenarios.lost.Current.INNER;
import static dev.respool.it.scenarios.lost.Current.foreign;

/** Is initialised before its subclass, of which it calls the method. */
class Super {
  static final int CONSTANT = foreign(Sub.twice(INNER));
}
