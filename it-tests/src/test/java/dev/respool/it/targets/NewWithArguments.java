package dev.respool.it.targets;

/** Objects made from suspending arguments, nested three deep. */
public final class NewWithArguments {
  private NewWithArguments() {}

  private record Pair(Object left, Object right) {}

  private record Wide(long wide, double real, int small) {}

  public static Object run() {
    Pair simple = new Pair(Probe.ref("a"), Probe.i(1));
    Pair nested =
        new Pair(
            new Pair(Probe.ref("b"), new Pair(Probe.i(2), new Wide(Probe.l(3), Probe.d(4), 5))),
            new Pair(new StringBuilder(Probe.ref("c")).append(Probe.i(6)).toString(), null));
    int before = 7;
    String text = before + new String(Probe.ref("d")) + new Wide(before, Probe.d(8), Probe.i(9));
    return simple + " " + nested + " " + text;
  }
}
