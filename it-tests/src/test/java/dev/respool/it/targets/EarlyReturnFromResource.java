package dev.respool.it.targets;

/** A return out of try-with-resources whose close suspends, and a shared resource. */
public final class EarlyReturnFromResource {
  private EarlyReturnFromResource() {}

  private static final class Gate implements AutoCloseable {
    private int closed;

    @Override
    public void close() {
      closed += Probe.i(1);
    }
  }

  public static Object run() {
    Gate gate = new Gate();
    int total = 0;
    for (int i = 0; i < 3; i++) {
      total += pass(gate, i);
    }
    return total + " " + gate.closed;
  }

  private static int pass(Gate gate, int n) {
    try (gate) {
      if (n == 1) {
        return Probe.i(n * 100);
      }
      for (int i = 0; ; i++) {
        if (Probe.i(i) == n) {
          return i;
        }
      }
    }
  }
}
