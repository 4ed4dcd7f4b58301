package dev.respool.it.random.crossing.fresh;

import dev.respool.Suspendable;
import dev.respool.it.random.Route;
import dev.respool.it.random.crossing.Node;

/** Its call initialises the superclass, too. */
public final class CallsHeir implements Node {
  @Override
  @Suspendable
  public int go(Route route, int value) {
    return Heir.go(route, value) - 1;
  }
}
