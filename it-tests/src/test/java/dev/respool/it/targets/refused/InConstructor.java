package dev.respool.it.targets.refused;

import dev.respool.it.targets.Probe;

/** A suspension in a constructor, after its super call. */
public final class InConstructor {
  private InConstructor() {}

  private static final class Built {
    private final int value;

    Built(int n) {
      value = Probe.i(n) + 1;
    }
  }

  public static Object run() {
    return new Built(1).value + Probe.i(2);
  }
}
