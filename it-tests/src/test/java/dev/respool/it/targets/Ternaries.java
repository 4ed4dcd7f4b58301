package dev.respool.it.targets;

/** Nested conditional expressions with suspending tests and branches. */
public final class Ternaries {
  private Ternaries() {}

  public static Object run() {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < 4; i++) {
      int value =
          Probe.b(i > 1) ? Probe.b(i > 2) ? Probe.i(3) : Probe.i(2) : i == 0 ? 0 : Probe.i(1);
      long mixed = 100 + (Probe.b(i % 2 == 0) ? Probe.i(i) : Probe.l(-i));
      Object boxed = i < 2 ? Probe.i(i) : Probe.d(i);
      out.append(value).append(',').append(mixed).append(',').append(boxed).append(';');
    }
    return out.toString();
  }
}
