package dev.respool.it.random.crossing.fresh;

import dev.respool.Suspendable;
import dev.respool.it.random.Route;
import dev.respool.it.random.crossing.Walker;

/** Is initialised behind its superclass. */
final class Heir extends Testator {
  private Heir() {}

  @Suspendable
  static int go(Route route, int value) {
    return 5 * value - Walker.walk(route, value);
  }
}
