package dev.respool.it.random;

import java.util.EnumMap;
import java.util.Map;

/** What runs reached: a generator that reaches nothing proves nothing. */
final class Reach {
  private final Map<Op, Long> performed = new EnumMap<>(Op.class);
  private final Map<Op, Long> suspendedIn = new EnumMap<>(Op.class);
  private final Map<Op, Long> refusedIn = new EnumMap<>(Op.class);

  void performed(Op op) {
    performed.merge(op, 1L, Long::sum);
  }

  void suspending(int[] active, boolean refused) {
    for (Op op : Op.values()) {
      if (active[op.ordinal()] > 0) {
        (refused ? refusedIn : suspendedIn).merge(op, 1L, Long::sum);
      }
    }
  }

  long performances(Op op) {
    return performed.getOrDefault(op, 0L);
  }

  long suspensionsIn(Op op) {
    return suspendedIn.getOrDefault(op, 0L);
  }

  long refusalsIn(Op op) {
    return refusedIn.getOrDefault(op, 0L);
  }

  @Override
  public String toString() {
    return "performed " + performed + ", suspended in " + suspendedIn + ", refused in " + refusedIn;
  }
}
