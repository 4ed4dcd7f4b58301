package dev.respool.it.targets;

/** Shifts with suspending operands on both sides. */
public final class Shifts {
  private Shifts() {}

  public static Object run() {
    int a = Probe.i(-9) >> Probe.i(1);
    int b = Probe.i(-9) >>> Probe.l(28);
    long c = Probe.l(1) << Probe.i(40);
    long d = Probe.l(-1) >>> Probe.l(60);
    a <<= Probe.i(3);
    c >>= Probe.l(3);
    int inverted = ~Probe.i(5) ^ -Probe.i(2);
    return a + " " + b + " " + c + " " + d + " " + inverted;
  }
}
