package dev.respool.it.targets;

/** Calls with a variable number of suspending arguments. */
public final class Varargs {
  private Varargs() {}

  public static Object run() {
    return sum()
        + sum(Probe.i(1))
        + sum(Probe.i(2), Probe.i(3), Probe.i(4))
        + text(Probe.ref("a"), Probe.i(5), Probe.l(6), null)
        + sum(new int[] {Probe.i(7)})
        + String.format("%s-%s", Probe.ref("x"), Probe.i(8));
  }

  private static int sum(int... numbers) {
    int sum = 0;
    for (int number : numbers) {
      sum += Probe.i(number);
    }
    return sum;
  }

  private static String text(String first, Object... others) {
    StringBuilder out = new StringBuilder(first);
    for (Object other : others) {
      out.append(Probe.ref(other));
    }
    return out.toString();
  }
}
