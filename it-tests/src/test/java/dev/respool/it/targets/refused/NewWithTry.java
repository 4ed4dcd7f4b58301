package dev.respool.it.targets.refused;

import dev.respool.it.targets.Probe;

/** A constructor's argument with a try of its own: javac keeps the unfinished object in a local. */
public final class NewWithTry {
  private NewWithTry() {}

  private record Held(String text, int number) {}

  public static Object run() {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < 3; i++) {
      int n = i;
      Held held =
          new Held(
              Probe.ref("t" + n),
              switch (n) {
                case 1 -> {
                  try {
                    yield Probe.fail("one");
                  } catch (IllegalStateException e) {
                    yield Probe.i(e.getMessage().length());
                  } finally {
                    Probe.hit("finally");
                  }
                }
                default -> Probe.i(n);
              });
      out.append(held);
    }
    return out.toString();
  }
}
