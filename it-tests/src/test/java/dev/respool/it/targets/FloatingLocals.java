package dev.respool.it.targets;

/** Floats and doubles keep their bits, NaN and negative zero included. */
public final class FloatingLocals {
  private FloatingLocals() {}

  public static Object run() {
    float f = Probe.f(1.5f);
    double d = Probe.d(Math.PI);
    float nan = Probe.f(Float.NaN);
    double zero = Probe.d(-0.0);
    double infinite = Probe.d(Double.NEGATIVE_INFINITY);
    double strange = Double.longBitsToDouble(0x7ff8_0000_dead_beefL);
    Probe.hit("all live");
    f *= 2;
    d += f;
    Probe.hit("changed");
    return f
        + " "
        + d
        + " "
        + nan
        + " "
        + zero
        + " "
        + infinite
        + " "
        + Long.toHexString(Double.doubleToRawLongBits(strange));
  }
}
