package dev.respool.it.targets;

/** Counting loops, nested, with suspensions in all three parts. */
public final class ForLoops {
  private ForLoops() {}

  public static Object run() {
    int sum = 0;
    for (int i = Probe.i(0), j = 10; Probe.b(i < 4); i += Probe.i(1), j--) {
      for (long k = i; k < 3; k++) {
        sum += Probe.i(i) * j + (int) k;
      }
    }
    for (; ; ) {
      if (Probe.i(sum--) < 100) {
        break;
      }
    }
    return sum;
  }
}
