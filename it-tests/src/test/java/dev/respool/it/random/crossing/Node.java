package dev.respool.it.random.crossing;

import dev.respool.Suspendable;
import dev.respool.it.random.Route;

/** Goes on with a route; implemented by all sorts of classes. */
public interface Node {
  @Suspendable
  int go(Route route, int value);

  /** One that the interface has itself. */
  @Suspendable
  default int twice(Route route, int value) {
    return go(route, value) + 2 * go(route, value + 1);
  }
}
