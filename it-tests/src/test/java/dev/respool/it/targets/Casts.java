package dev.respool.it.targets;

/** Every primitive conversion of a suspending call's value. */
public final class Casts {
  private Casts() {}

  public static Object run() {
    int i = (int) Probe.l(1L << 33 | 5);
    long l = Probe.i(-6);
    byte b = (byte) Probe.i(300);
    short s = (short) Probe.d(70_000.7);
    char c = (char) Probe.i(65_601);
    float f = Probe.l(1L << 25);
    double d = Probe.f(0.1f);
    int fromReal = (int) Probe.d(-2.9) + (int) Probe.f(Float.NaN);
    long clamped = (long) Probe.f(1e30f);
    return i + " " + l + " " + b + " " + s + " " + c + " " + f + " " + d + " " + fromReal + " "
        + clamped;
  }
}
