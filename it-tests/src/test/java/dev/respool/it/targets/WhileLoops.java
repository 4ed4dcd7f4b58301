package dev.respool.it.targets;

/** Loops that test in front and behind, with suspending tests. */
public final class WhileLoops {
  private WhileLoops() {}

  public static Object run() {
    int n = 3;
    StringBuilder out = new StringBuilder();
    while (Probe.b(n > 0)) {
      out.append(n--);
    }
    do {
      out.append('d').append(Probe.i(n));
      n++;
      if (n == 1) {
        continue;
      }
      out.append('-');
    } while (Probe.i(n) < 3);
    while (true) {
      if (Probe.i(++n) > 5) {
        break;
      }
    }
    return out.append(n).toString();
  }
}
