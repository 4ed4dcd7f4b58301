package dev.respool.it.targets;

/** Calls whose callees catch, while the caller's operands wait on the stack. */
public final class TryInExpressions {
  private TryInExpressions() {}

  public static Object run() {
    int a = 1;
    long sum = a + guarded(0) * 10L + guarded(1) * 100L - (a - guarded(2));
    return new StringBuilder().append(sum).append(guarded(1)).append(a).toString();
  }

  private static int guarded(int n) {
    int[] state = {n};
    try {
      state[0] += n == 1 ? Probe.fail("guarded") : Probe.i(n);
      return state[0];
    } catch (IllegalStateException e) {
      return Probe.i(-1);
    } finally {
      state[0] = Probe.i(99);
    }
  }
}
