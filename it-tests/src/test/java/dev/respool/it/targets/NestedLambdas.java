package dev.respool.it.targets;

/** Lambdas within lambdas, capturing this and what lies between. */
public final class NestedLambdas {
  private NestedLambdas() {}

  private final int field = 100;

  private interface Maker {
    Maker make(int n);
  }

  private interface Leaf {
    int value();
  }

  public static Object run() {
    return new NestedLambdas().build(Probe.i(1));
  }

  private int build(int outer) {
    int[] sum = {0};
    Maker maker =
        a -> {
          int middle = Probe.i(a) + outer;
          return b -> {
            Leaf leaf = () -> field + middle + Probe.i(b) + outer;
            sum[0] += leaf.value();
            return null;
          };
        };
    Maker inner = maker.make(Probe.i(2));
    inner.make(3);
    inner.make(Probe.i(4));
    return sum[0];
  }
}
