package dev.respool.it.targets;

/** A switch expression whose branches try and catch while operands wait on the stack. */
public final class SwitchWithTry {
  private SwitchWithTry() {}

  public static Object run() {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < 3; i++) {
      int n = i;
      out.append(Probe.i(n))
          .append(
              10 * n
                  + switch (n) {
                    case 1 -> {
                      try {
                        yield Probe.fail("in switch");
                      } catch (IllegalStateException e) {
                        yield Probe.i(e.getMessage().length());
                      } finally {
                        Probe.hit("finally");
                      }
                    }
                    case 2 -> Probe.i(2);
                    default -> 0;
                  });
    }
    return out.toString();
  }
}
