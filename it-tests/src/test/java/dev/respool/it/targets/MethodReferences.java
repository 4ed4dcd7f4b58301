package dev.respool.it.targets;

/** Static, bound, unbound and constructor references to interfaces of our own. */
public final class MethodReferences {

  private interface IntToInt {
    int apply(int n);
  }

  private interface TextToText {
    String apply(String text);
  }

  private interface OnSelf {
    int apply(MethodReferences self, int n);
  }

  private interface Factory {
    MethodReferences make(int base);
  }

  private interface ArrayFactory {
    int[] make(int size);
  }

  private int base;

  private MethodReferences(int base) {
    this.base = base;
  }

  public static Object run() {
    IntToInt unbiased = MethodReferences::twice;
    MethodReferences bound = new MethodReferences(Probe.i(10));
    IntToInt plus = bound::plus;
    OnSelf unbound = MethodReferences::plus;
    Factory factory = MethodReferences::new;
    ArrayFactory arrays = int[]::new;
    TextToText own = MethodReferences::shout;
    TextToText foreign = String::trim;
    int sum = unbiased.apply(Probe.i(1)) + plus.apply(Probe.i(2)) + unbound.apply(bound, 3);
    return sum
        + factory.make(Probe.i(4)).plus(5)
        + own.apply(foreign.apply(" x "))
        + arrays.make(2).length;
  }

  private static int twice(int n) {
    return Probe.i(n) * 2;
  }

  private static String shout(String text) {
    return Probe.ref(text) + "!";
  }

  private int plus(int n) {
    base += Probe.i(1);
    return base + n;
  }
}
