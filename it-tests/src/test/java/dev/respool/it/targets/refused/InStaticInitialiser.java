package dev.respool.it.targets.refused;

import dev.respool.it.targets.Probe;

/** A suspension in a static initialiser, run by the first use of its class. */
public final class InStaticInitialiser {
  private InStaticInitialiser() {}

  private static final class Lazy {
    static final int VALUE = Probe.i(5);
  }

  public static Object run() {
    return Lazy.VALUE + Probe.i(1);
  }
}
