package dev.respool.it.targets;

/** And, or and not, short-circuiting and not, with suspending operands. */
public final class ShortCircuits {
  private ShortCircuits() {}

  public static Object run() {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < 8; i++) {
      boolean a = (i & 1) != 0;
      boolean b = (i & 2) != 0;
      boolean c = (i & 4) != 0;
      boolean value = Probe.b(a) && Probe.b(b) || !Probe.b(c) && (Probe.b(a) || Probe.b(b));
      boolean eager = Probe.b(a) & Probe.b(b) | Probe.b(c) ^ Probe.b(a);
      if (!(Probe.b(value) || eager) || a && Probe.b(b)) {
        out.append('t');
      }
      out.append(value ? 1 : 0).append(eager ? 1 : 0);
    }
    return out.toString();
  }
}
