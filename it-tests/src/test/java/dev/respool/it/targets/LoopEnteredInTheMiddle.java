package dev.respool.it.targets;

/** A loop with several suspension points and variables carried around it. */
public final class LoopEnteredInTheMiddle {
  private LoopEnteredInTheMiddle() {}

  public static Object run() {
    long a = 1;
    double b = 0.5;
    String c = "";
    Object last = null;
    for (int i = 0; i < 5; i++) {
      long before = a;
      if (i % 2 == 0) {
        a += Probe.l(i);
        Object mine = Probe.ref("even" + i);
        last = mine;
      } else {
        b *= Probe.d(2);
        int[] mine = {Probe.i(i)};
        c += mine[0];
        last = mine;
      }
      Probe.hit("round " + (before != a));
    }
    return a + " " + b + c + (last instanceof String);
  }
}
