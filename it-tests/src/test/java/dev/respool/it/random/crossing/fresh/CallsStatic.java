package dev.respool.it.random.crossing.fresh;

import dev.respool.Suspendable;
import dev.respool.it.random.Route;
import dev.respool.it.random.crossing.Node;
import dev.respool.it.random.crossing.Statics;

/** Its call is linked when it is made. */
public final class CallsStatic implements Node {
  @Override
  @Suspendable
  public int go(Route route, int value) {
    return Statics.go(route, value) * 3;
  }
}
