package dev.respool.it.random.crossing;

import dev.respool.Suspendable;
import dev.respool.it.random.Route;

/** Goes on with a route while it is constructed. */
public class Built {
  private final int made;

  @Suspendable
  public Built(Route route, int value) {
    this.made = Walker.walk(route, value) + value;
  }

  public int made() {
    return made;
  }

  /** In two parts. */
  static final class Extended extends Built {
    private final int more;

    @Suspendable
    Extended(Route route, int value) {
      super(route, value + 1);
      this.more = Walker.walk(route, value) * 2;
    }

    int sum() {
      return made() - more;
    }
  }
}
