package dev.respool.it.targets;

/** Values of all kinds that are computed, suspended over and thrown away. */
public final class DiscardedValues {
  private DiscardedValues() {}

  public static Object run() {
    int before = 1;
    Probe.i(1);
    Probe.l(2);
    Probe.f(3);
    Probe.d(4);
    Probe.ref("5");
    Probe.b(true);
    new StringBuilder(Probe.ref("6")).append(Probe.i(7));
    before++;
    Probe.i(before++);
    return before;
  }
}
