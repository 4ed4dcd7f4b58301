package dev.respool.it.targets;

/** Two thousand frames, suspended at the bottom and on some of the way back. */
public final class DeepRecursion {
  private DeepRecursion() {}

  public static Object run() {
    return descend(2_000, 0L);
  }

  private static long descend(int depth, long above) {
    if (depth == 0) {
      return Probe.l(above);
    }
    long below = descend(depth - 1, above + depth);
    return depth % 20 == 0 ? Probe.l(below + 1) : below - 1;
  }
}
