package dev.respool.it.targets.refused;

import dev.respool.it.targets.Probe;

/** A suspension in the arguments of {@code this(...)}. */
public final class BeforeThis {
  private final String value;

  private BeforeThis(String value) {
    this.value = value;
  }

  private BeforeThis(int n) {
    this("n" + Probe.i(n));
  }

  public static Object run() {
    return new BeforeThis(1).value + Probe.i(2);
  }
}
