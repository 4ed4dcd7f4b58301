package dev.respool.it.random.crossing;

import dev.respool.Suspendable;
import dev.respool.it.random.Route;

/** The plainest node. */
public class Alpha implements Node, Far {
  @Override
  @Suspendable
  public int go(Route route, int value) {
    return 3 * value - Walker.walk(route, value + 1);
  }

  @Override
  @Suspendable
  public int far(Route route, int value) {
    return Walker.walk(route, value) ^ value;
  }
}
