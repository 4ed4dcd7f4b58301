package dev.respool.it.targets;

/** Finally blocks that change fields and locals which are read afterwards. */
public final class FinallyState {
  private FinallyState() {}

  private int depth;
  private String log = "";

  public static Object run() {
    FinallyState self = new FinallyState();
    int result = 0;
    try {
      result = self.enter(3);
    } catch (IllegalStateException e) {
      result = -Probe.i(self.depth + 1);
    }
    return result + self.log + self.depth;
  }

  private int enter(int levels) {
    depth++;
    try {
      return levels == 0 ? Probe.fail("bottom") : enter(levels - 1) + Probe.i(levels);
    } finally {
      depth -= Probe.i(1);
      log += "left" + depth;
    }
  }
}
