package dev.respool.it.targets;

import java.io.IOException;

/** Lambdas that throw checked and unchecked exceptions, and one that catches. */
public final class LambdasThrow {
  private LambdasThrow() {}

  private interface Risky {
    int run(int n) throws IOException;
  }

  public static Object run() {
    Risky checked = n -> n > 0 ? Probe.failChecked("n is " + n) : Probe.i(n);
    Risky unchecked = n -> Probe.fail("unchecked " + n);
    Risky caught =
        n -> {
          try {
            return unchecked.run(n);
          } catch (IllegalStateException e) {
            return Probe.i(-n);
          }
        };
    StringBuilder out = new StringBuilder();
    for (Risky risky : new Risky[] {checked, caught, unchecked}) {
      try {
        out.append(risky.run(0)).append(risky.run(Probe.i(1)));
      } catch (IOException | IllegalStateException e) {
        out.append(e.getMessage()).append(';');
      }
    }
    return out.toString();
  }
}
