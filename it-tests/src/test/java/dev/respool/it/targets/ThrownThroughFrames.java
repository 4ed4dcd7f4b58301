package dev.respool.it.targets;

/** An exception thrown below five suspended frames, caught above them. */
public final class ThrownThroughFrames {
  private ThrownThroughFrames() {}

  public static Object run() {
    StringBuilder out = new StringBuilder();
    for (int depth = 0; depth < 6; depth += 2) {
      try {
        out.append(descend(depth, "x"));
      } catch (IllegalStateException e) {
        out.append(e.getMessage()).append(Probe.i(depth));
      }
    }
    return out.toString();
  }

  private static int descend(int depth, String path) {
    long kept = Probe.l(depth);
    if (depth == 0) {
      return Probe.fail(path);
    }
    return descend(depth - 1, path + depth) + (int) kept;
  }
}
