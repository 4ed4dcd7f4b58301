package dev.respool.it.random.crossing;

import dev.respool.Suspendable;
import dev.respool.it.random.Route;

/** Is named by one call only, which is linked late. */
public interface Far {
  @Suspendable
  int far(Route route, int value);
}
