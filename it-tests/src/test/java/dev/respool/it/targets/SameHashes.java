package dev.respool.it.targets;

/** Methods, descriptors and classes whose names have the same hash: "Aa" and "BB". */
public final class SameHashes {
  private SameHashes() {}

  private interface Named {
    int Aa(int n);

    int BB(int n);
  }

  private static class Names implements Named {
    @Override
    public int Aa(int n) {
      return n == 0 ? Probe.i(1) : 10 * BB(n - 1) + Probe.i(n);
    }

    @Override
    public int BB(int n) {
      return n == 0 ? Probe.i(2) : 10 * Aa(n - 1) - Probe.i(n);
    }
  }

  /** Only one of the two suspends. */
  private static final class Half extends Names {
    @Override
    public int Aa(int n) {
      return n;
    }
  }

  private static final class Aa {
    int go(Aa other, int n) {
      return Probe.i(n);
    }

    int go(BB other, int n) {
      return other == null ? Probe.i(-n) : other.go(this, n) + 1;
    }

    static int twice(int n) {
      return 2 * BB.twice(n);
    }
  }

  private static final class BB {
    int go(Aa other, int n) {
      return 2 * other.go(other, n) + other.go((BB) null, n);
    }

    static int twice(int n) {
      return 2 * Probe.i(n);
    }
  }

  public static Object run() {
    StringBuilder all = new StringBuilder();
    Named[] several = {new Names(), new Half(), new Names()};
    for (Named named : several) {
      all.append(named.Aa(2)).append(' ').append(named.BB(2)).append(' ');
    }
    Aa first = new Aa();
    all.append(first.go(first, 3)).append(' ').append(first.go(new BB(), 4)).append(' ');
    return all.append(Aa.twice(5)).append(' ').append(BB.twice(6)).toString();
  }
}
