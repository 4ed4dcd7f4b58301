package dev.respool.it.random.crossing.fresh;

import dev.respool.Suspendable;
import dev.respool.it.random.Route;
import dev.respool.it.random.crossing.Walker;

/** Its initialiser calls its method. */
final class Initialised {
  static final int CONSTANT = initial();

  private Initialised() {}

  @Suspendable
  static int go(Route route, int value) {
    return 5 * value - Walker.walk(route, value);
  }

  private static int initial() {
    Route route = Route.current();
    int mark = route.enterForeign("initialiser");
    try {
      int result = Initialised.go(route, 4);
      route.note("initialised to " + result);
      return result;
    } finally {
      route.leave(mark);
    }
  }
}
