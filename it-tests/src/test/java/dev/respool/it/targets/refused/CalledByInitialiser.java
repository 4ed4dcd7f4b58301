package dev.respool.it.targets.refused;

import dev.respool.it.targets.Probe;

/**
 * A static initialiser that calls the very method whose call has started it, and suspends there.
 */
public final class CalledByInitialiser {
  private CalledByInitialiser() {}

  private static final class Lazy {
    static final int EIGHT = twice(4);

    static int twice(int n) {
      return 2 * Probe.i(n);
    }
  }

  public static Object run() {
    return Lazy.twice(10) + Lazy.EIGHT + Probe.i(1);
  }
}
