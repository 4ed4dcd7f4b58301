package dev.respool.it.targets.refused;

import dev.respool.it.targets.Probe;

/** A suspension in the constructor of an enum, which the static initialiser calls. */
public final class InEnumConstructor {
  private InEnumConstructor() {}

  private enum Colour {
    RED(1),
    GREEN(2);

    final int code;

    Colour(int code) {
      this.code = Probe.i(code);
    }
  }

  public static Object run() {
    return Colour.GREEN.code + Probe.i(Colour.values().length);
  }
}
