package dev.respool.it.targets;

/** Records, enums and interfaces declared inside a method. */
public final class LocalTypes {
  private LocalTypes() {}

  public static Object run() {
    record Pair(int a, int b) {
      int sum() {
        return Probe.i(a) + Probe.i(b);
      }
    }
    enum Mode {
      ADD,
      NONE;

      int apply(Pair pair) {
        return this == ADD ? pair.sum() : Probe.i(0);
      }
    }
    interface Job {
      int doIt(Mode mode);
    }
    Pair pair = new Pair(Probe.i(1), 2);
    Job job = mode -> mode.apply(pair) + Probe.i(3);
    int sum = 0;
    for (Mode mode : Mode.values()) {
      sum += job.doIt(mode);
    }
    return sum;
  }
}
