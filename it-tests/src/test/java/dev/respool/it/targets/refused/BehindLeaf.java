package dev.respool.it.targets.refused;

import dev.respool.it.targets.Probe;

/**
 * A suspension in a block that holds a monitor, after a call of the same name that took no part.
 */
public final class BehindLeaf {
  private static final int OFTEN = 40;

  private BehindLeaf() {}

  private interface Step {
    int go(int n);
  }

  private static final class Leaf implements Step {
    @Override
    public int go(int n) {
      return n;
    }
  }

  private static class Base {
    public int go(int n) {
      return n + 1;
    }
  }

  private static final class Both extends Base implements Step {
    @Override
    public int go(int n) {
      return 10 * Probe.i(n) + super.go(n);
    }
  }

  public static Object run() {
    Both both = new Both();
    int sum = 0;
    for (int i = 0; i < OFTEN; i++) {
      sum += free(both, i);
    }
    return sum + free(new Leaf(), OFTEN) + locked(both, OFTEN);
  }

  private static int free(Step step, int n) {
    return 1 + step.go(n);
  }

  private static int locked(Base second, int n) {
    synchronized (second) {
      int found = second.go(n);
      Probe.hit("found " + found);
      return found;
    }
  }
}
