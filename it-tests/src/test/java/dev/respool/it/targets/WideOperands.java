package dev.respool.it.targets;

/** Longs and doubles below and between suspending calls in one expression. */
public final class WideOperands {
  private WideOperands() {}

  public static Object run() {
    long a = 4;
    double b = 0.5;
    double mixed = a * 2 + b * Probe.d(3) - (a - Probe.l(1)) / Probe.f(2) + b / (1 + Probe.i(3));
    long bits = (a << 33 | Probe.l(7)) ^ (a * 3 - Probe.l(2)) + (a & Probe.i(6));
    return mixed + " " + bits;
  }
}
