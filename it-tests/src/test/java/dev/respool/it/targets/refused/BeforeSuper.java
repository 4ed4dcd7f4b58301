package dev.respool.it.targets.refused;

import dev.respool.it.targets.Probe;

/** A suspension in the arguments of {@code super(...)}. */
public final class BeforeSuper {
  private BeforeSuper() {}

  private static class Base {
    final int value;

    Base(int value) {
      this.value = value;
    }
  }

  private static final class Derived extends Base {
    Derived(int n) {
      super(n > 0 ? Probe.i(n) + 1 : 0);
      Probe.hit("derived");
    }
  }

  public static Object run() {
    return new Derived(1).value + Probe.i(2);
  }
}
