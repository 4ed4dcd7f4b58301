package dev.respool.it.targets;

/** A catch whose variable nobody reads, with live operands and locals around it. */
public final class UnusedCatch {
  private UnusedCatch() {}

  public static Object run() {
    int kept = Probe.i(5);
    String text = "t";
    try {
      kept += Probe.fail("x");
    } catch (IllegalStateException ignored) {
      // What was added is lost, as Java says.
    }
    Probe.hit("after");
    try {
      Probe.hit("body");
    } catch (RuntimeException ignored) {
      text = "never";
    }
    return kept + text;
  }
}
