package dev.respool.it.scenarios.lost.fresh;

import static dev.respool.it.scenarios.lost.Current.INNER;
import static dev.respool.it.scenarios.lost.Current.foreign;

/** Is initialised with the classes that implement it, because it has a default method. */
interface WithDefault {
  int CONSTANT = foreign(Implementation.twice(INNER));

  default int constant() {
    return CONSTANT;
  }
}
