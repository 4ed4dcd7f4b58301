package dev.respool.it.targets;

/** Calls that suspend nowhere, return or throw, each before one of the same name that suspends. */
public final class CallsOfLeaves {
  private CallsOfLeaves() {}

  private interface Step {
    int go(int n);
  }

  private static final class Leaf implements Step {
    @Override
    public int go(int n) {
      if (n < 0) {
        throw new IllegalStateException("leaf");
      }
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
    StringBuilder all = new StringBuilder();
    for (int i = -1; i < 3; i++) {
      all.append(through(new Leaf(), both, i)).append(' ');
      all.append(through(both, new Base(), i)).append(' ');
      all.append(through(both, both, i)).append(' ');
    }
    return all.append(new Leaf().go(3)).toString();
  }

  private static int through(Step first, Base second, int n) {
    int sum;
    try {
      sum = first.go(n);
    } catch (IllegalStateException e) {
      sum = 9;
    }
    return 100 * sum + second.go(n);
  }
}
