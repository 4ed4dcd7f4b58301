package dev.respool.it.random.crossing;

import dev.respool.Suspendable;
import dev.respool.it.random.Route;

/** Two methods whose names have one hash. */
class Twins {
  @Suspendable
  int Aa(Route route, int value) {
    return Walker.walk(route, value) + 3;
  }

  @Suspendable
  int BB(Route route, int value) {
    return Walker.walk(route, value) * 5;
  }

  /** One of them calls the other, and is not transformed, because it suspends nowhere. */
  static final class Crossed extends Twins {
    @Override
    int Aa(Route route, int value) {
      return forwarded(route, value);
    }

    private int forwarded(Route route, int value) {
      return BB(route, value) - 1;
    }
  }
}
