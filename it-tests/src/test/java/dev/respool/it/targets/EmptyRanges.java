package dev.respool.it.targets;

/** Tries without anything that can throw, and handlers that do nothing. */
public final class EmptyRanges {
  private EmptyRanges() {}

  public static Object run() {
    int n = 0;
    try {
      n++;
    } finally {
      n += Probe.i(1);
    }
    try {
      n++;
    } catch (RuntimeException e) {
      n = Probe.i(100);
    }
    try {
      Probe.fail("ignored");
    } catch (IllegalStateException e) {
    } finally {
    }
    return Probe.i(n);
  }
}
