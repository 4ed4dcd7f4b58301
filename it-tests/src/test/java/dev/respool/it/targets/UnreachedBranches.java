package dev.respool.it.targets;

/** Branches with suspensions that never run, constants folded and not. */
public final class UnreachedBranches {
  private UnreachedBranches() {}

  public static Object run() {
    final boolean debug = false;
    int n = Probe.i(1);
    if (debug) {
      n = Probe.i(100);
    }
    if (n > 5) {
      Probe.hit("never");
      n = Probe.fail("never");
    }
    while (n > 50) {
      n = Probe.i(n - 1);
    }
    return Probe.l(n) + Probe.i(n);
  }
}
