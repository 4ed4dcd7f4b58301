package dev.respool.it.targets;

/** An exception on its way through a thousand frames, half of which have a finally. */
public final class DeepThrow {
  private DeepThrow() {}

  private int left;

  public static Object run() {
    DeepThrow self = new DeepThrow();
    try {
      return self.descend(1_000);
    } catch (IllegalStateException e) {
      return e.getMessage() + Probe.i(self.left);
    }
  }

  private int descend(int depth) {
    if (depth == 0) {
      return Probe.fail("bottom");
    }
    if (depth % 2 == 0) {
      return descend(depth - 1);
    }
    try {
      return descend(depth - 1);
    } finally {
      left += depth % 100 == 1 ? Probe.i(1) : 1;
    }
  }
}
