package dev.respool.it.random.crossing.fresh;

import dev.respool.it.random.Route;

/** Its initialiser calls a method of its heir. */
class Testator {
  static final int CONSTANT = initial();

  private static int initial() {
    Route route = Route.current();
    int mark = route.enterForeign("initialiser");
    try {
      int result = Heir.go(route, 4);
      route.note("initialised to " + result);
      return result;
    } finally {
      route.leave(mark);
    }
  }
}
