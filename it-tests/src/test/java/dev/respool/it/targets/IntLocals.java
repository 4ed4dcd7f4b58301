package dev.respool.it.targets;

/** Locals of every integral type live across suspensions. */
public final class IntLocals {
  private IntLocals() {}

  public static Object run() {
    byte a = Probe.octet((byte) -7);
    short b = Probe.small((short) 300);
    char c = Probe.letter('x');
    int d = Probe.i(1 << 30);
    long e = Probe.l(1L << 40);
    boolean f = Probe.b(true);
    Probe.hit("all live");
    a += 1;
    b += a;
    c++;
    d -= b;
    e += d;
    f = !f;
    Probe.hit("all changed");
    return a + " " + b + " " + c + " " + d + " " + e + " " + f;
  }
}
