package dev.respool.it.targets.marked;

import dev.respool.Suspendable;
import dev.respool.it.targets.Probe;

/** A call of a method without a mark, which one with a mark overrides, beside a marked call. */
public final class UnmarkedNamesakes {
  private UnmarkedNamesakes() {}

  private interface Step {
    @Suspendable
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

  @Suspendable
  public static Object run() {
    Both both = new Both();
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < 3; i++) {
      all.append(through(new Leaf(), both, i)).append(' ');
      all.append(through(both, new Base(), i)).append(' ');
      all.append(through(both, both, i)).append(' ');
    }
    return all.toString();
  }

  @Suspendable
  private static int through(Step first, Base second, int n) {
    int sum = first.go(n);
    return 100 * sum + second.go(n);
  }
}
