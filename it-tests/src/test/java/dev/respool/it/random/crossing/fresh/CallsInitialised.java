package dev.respool.it.random.crossing.fresh;

import dev.respool.Suspendable;
import dev.respool.it.random.Route;
import dev.respool.it.random.crossing.Node;

/** Its call initialises the class. */
public final class CallsInitialised implements Node {
  @Override
  @Suspendable
  public int go(Route route, int value) {
    return Initialised.go(route, value) + 1;
  }
}
