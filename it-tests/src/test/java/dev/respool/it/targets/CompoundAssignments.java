package dev.respool.it.targets;

/** Compound assignment with its hidden narrowing, on locals of every type. */
@SuppressWarnings("lossy-conversions")
public final class CompoundAssignments {
  private CompoundAssignments() {}

  public static Object run() {
    byte b = 100;
    b += Probe.i(100);
    short s = 30_000;
    s *= Probe.d(1.5);
    char c = 'a';
    c += Probe.letter('\1');
    int i = 7;
    i /= Probe.d(2);
    i %= Probe.i(2);
    i |= Probe.l(12);
    long l = 5;
    l -= Probe.f(1.5f);
    float f = 1;
    f /= Probe.i(3);
    double d = 2;
    d %= Probe.d(1.5);
    String text = "t";
    text += Probe.i(1);
    text += Probe.letter('c') + Probe.i(1);
    boolean z = true;
    z &= Probe.b(false);
    z ^= Probe.b(true);
    return b + " " + s + " " + c + " " + i + " " + l + " " + f + " " + d + " " + text + " " + z;
  }
}
