package dev.respool.it.random.crossing.plain;

import dev.respool.it.random.Route;
import dev.respool.it.random.crossing.Alpha;

/** Forwards to what it overrides. */
public final class Overriding extends Alpha {
  @Override
  public int go(Route route, int value) {
    int result = super.go(route, value);
    route.note("overrode " + result);
    return result;
  }
}
