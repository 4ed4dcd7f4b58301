package dev.respool.it.targets;

/** A lambda that calls itself through a field, one through an array. */
public final class RecursiveLambda {
  private RecursiveLambda() {}

  private interface Function {
    long apply(int n);
  }

  private Function factorial;

  public static Object run() {
    RecursiveLambda self = new RecursiveLambda();
    self.factorial = n -> n <= 1 ? Probe.i(1) : n * self.factorial.apply(n - 1);
    Function[] sum = new Function[1];
    sum[0] = n -> n == 0 ? Probe.l(0) : Probe.i(n) + sum[0].apply(n - 1);
    return self.factorial.apply(5) + " " + sum[0].apply(4);
  }
}
