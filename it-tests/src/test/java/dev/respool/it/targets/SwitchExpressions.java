package dev.respool.it.targets;

/** Switch expressions with yield, as operands and as arguments. */
public final class SwitchExpressions {
  private SwitchExpressions() {}

  public static Object run() {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < 4; i++) {
      int n = i;
      long sum =
          Probe.l(100)
              + switch (Probe.i(n)) {
                    case 0 -> Probe.i(5);
                    case 1 -> {
                      int doubled = Probe.i(6) * 2;
                      yield doubled + Probe.i(1);
                    }
                    case 2 -> {
                      if (Probe.b(n > 1)) {
                        yield Probe.l(7);
                      }
                      yield 0;
                    }
                    default -> -1;
                  }
                  * Probe.l(2);
      out.append(sum)
          .append(
              name(
                  i,
                  switch (n % 2) {
                    case 0 -> Probe.ref("even");
                    default -> Probe.ref("odd");
                  }));
    }
    return out.toString();
  }

  private static String name(int number, String parity) {
    return "(" + number + parity + Probe.i(number) + ")";
  }
}
