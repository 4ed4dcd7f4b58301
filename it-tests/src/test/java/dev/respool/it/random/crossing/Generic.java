package dev.respool.it.random.crossing;

import dev.respool.Suspendable;
import dev.respool.it.random.Route;

/** Its implementation is called by a bridge. */
interface Generic<T> {
  @Suspendable
  int through(T argument, int value);

  /** The only one. */
  final class OfRoute implements Generic<Route> {
    @Override
    @Suspendable
    public int through(Route route, int value) {
      return value * 2 - Walker.walk(route, value);
    }
  }
}
