package dev.respool.it.targets.refused;

import dev.respool.it.targets.Probe;

/** A suspension behind a method that holds a monitor and whose name has another's hash. */
public final class BehindSameHash {
  private static final int OFTEN = 40;

  private BehindSameHash() {}

  private static final class Names {
    int BB(int n) {
      return Probe.i(n) + 1;
    }

    int Aa(int n) {
      synchronized (this) {
        return inside(n);
      }
    }

    private int inside(int n) {
      int found = BB(n);
      Probe.hit("found " + found);
      return found;
    }
  }

  public static Object run() {
    Names names = new Names();
    int sum = 0;
    for (int i = 0; i < OFTEN; i++) {
      sum += names.BB(i);
    }
    return sum + names.Aa(OFTEN);
  }
}
