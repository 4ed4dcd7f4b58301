package dev.respool.it.targets;

/** Overrides with other erasures, entered through their bridges. */
public final class GenericBridges {
  private GenericBridges() {}

  private interface Transform<A, B> {
    B apply(A a);
  }

  private abstract static class Base<T extends Comparable<T>> {
    abstract T pick(T a, T b);

    T three(T a, T b, T c) {
      return pick(pick(a, b), c);
    }
  }

  private static final class Largest extends Base<Integer> implements Transform<String, Integer> {
    @Override
    Integer pick(Integer a, Integer b) {
      return Probe.i(a) > Probe.i(b) ? a : b;
    }

    @Override
    public Integer apply(String text) {
      return Probe.i(text.length());
    }
  }

  public static Object run() {
    Largest largest = new Largest();
    Base<Integer> base = largest;
    Transform<String, Integer> transform = largest;
    return base.three(1, 3, 2) + transform.apply(Probe.ref("four")) + largest.apply("x");
  }
}
