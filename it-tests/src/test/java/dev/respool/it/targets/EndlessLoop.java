package dev.respool.it.targets;

/** A loop that only an exception leaves, and a method that never returns. */
public final class EndlessLoop {
  private EndlessLoop() {}

  public static Object run() {
    int[] rounds = {0};
    try {
      forever(rounds);
    } catch (IllegalStateException e) {
      return e.getMessage() + rounds[0];
    }
    return "not reached";
  }

  private static void forever(int[] rounds) {
    for (long product = 1; ; product *= 3) {
      rounds[0]++;
      if (Probe.l(product) > 50) {
        Probe.fail("after " + product);
      }
    }
  }
}
