package dev.respool.it.random.crossing.fresh;

import dev.respool.Suspendable;
import dev.respool.it.random.Route;
import dev.respool.it.random.crossing.Fars;
import dev.respool.it.random.crossing.Node;

/** The same of a call through an interface. */
public final class CallsFar implements Node {
  @Override
  @Suspendable
  public int go(Route route, int value) {
    return Fars.one().far(route, value) * 5;
  }
}
