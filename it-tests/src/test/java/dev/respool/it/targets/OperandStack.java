package dev.respool.it.targets;

/** Twelve operands of all kinds below a suspending call. */
public final class OperandStack {
  private OperandStack() {}

  public static Object run() {
    int a = 3;
    long b = 5;
    double c = 7;
    return join(
        a,
        b,
        c,
        "s",
        (byte) 1,
        'c',
        2.5f,
        a * b,
        new int[] {a},
        a > b,
        Probe.i(11),
        Probe.l(12),
        null);
  }

  private static String join(
      int a,
      long b,
      double c,
      String d,
      byte e,
      char f,
      float g,
      long h,
      int[] i,
      boolean j,
      int k,
      long l,
      Object m) {
    return a + "," + b + "," + c + "," + d + "," + e + "," + f + "," + g + "," + h + "," + i[0]
        + "," + j + "," + k + "," + l + "," + m;
  }
}
