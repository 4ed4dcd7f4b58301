package dev.respool.it.targets;

/** Methods that call one another, static, virtual and through an interface. */
public final class MutualRecursion {
  private MutualRecursion() {}

  private interface Step {
    int step(int n);
  }

  private static final class Down implements Step {
    @Override
    public int step(int n) {
      return n <= 0 ? Probe.i(0) : 1 + new MutualRecursion().odd(n - 1);
    }
  }

  public static Object run() {
    return even(5) + " " + new MutualRecursion().odd(4);
  }

  private static int even(int n) {
    Step down = new Down();
    return Probe.b(n == 0) ? 0 : n * 10 + down.step(n - 1);
  }

  int odd(int n) {
    return n <= 0 ? Probe.i(n) : even(n - 1) - Probe.i(n);
  }
}
