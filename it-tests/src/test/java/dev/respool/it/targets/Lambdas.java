package dev.respool.it.targets;

/** Lambdas that capture every kind of value, in interfaces of our own. */
public final class Lambdas {
  private Lambdas() {}

  private interface Body {
    Object run(int argument, long wide);
  }

  public static Object run() {
    byte b = 1;
    short s = 2;
    char c = '3';
    int i = 4;
    long l = 5;
    float f = 6;
    double d = 7;
    boolean z = true;
    String text = Probe.ref("8");
    int[] array = {9};
    Body all =
        (n, w) -> "" + b + s + c + i + l + f + d + z + text + array[0] + Probe.i(n) + Probe.l(w);
    Body none = (n, w) -> Probe.i(n) * 2 + Probe.l(w);
    Body block =
        (n, w) -> {
          array[0] += Probe.i(n);
          Probe.hit("stored");
          return array[0] + w;
        };
    return all.run(Probe.i(10), 11) + " " + none.run(12, Probe.l(13)) + " " + block.run(14, 15);
  }
}
