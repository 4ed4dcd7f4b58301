package dev.respool.it.targets;

/** Sixty locals of all kinds, live over one suspension. */
public final class SixtyLocals {
  private SixtyLocals() {}

  public static Object run() {
    int a0 = 0, a1 = 1, a2 = 2, a3 = 3, a4 = 4, a5 = 5, a6 = 6, a7 = 7, a8 = 8, a9 = 9;
    long b0 = 10, b1 = 11, b2 = 12, b3 = 13, b4 = 14, b5 = 15, b6 = 16, b7 = 17, b8 = 18, b9 = 19;
    double c0 = 20, c1 = 21, c2 = 22, c3 = 23, c4 = 24, c5 = 25, c6 = 26, c7 = 27, c8 = 28, c9 = 29;
    float d0 = 30, d1 = 31, d2 = 32, d3 = 33, d4 = 34, d5 = 35, d6 = 36, d7 = 37, d8 = 38, d9 = 39;
    String e0 = "0", e1 = "1", e2 = "2", e3 = "3", e4 = "4";
    String e5 = "5", e6 = "6", e7 = "7", e8 = "8", e9 = "9";
    short f0 = 50, f1 = 51;
    byte f2 = 52, f3 = 53;
    char f4 = 'e', f5 = 'f';
    boolean f6 = true, f7 = false;
    int[] f8 = {58};
    Object f9 = "59";
    Probe.hit("sixty live");
    a9 += Probe.i(1);
    b9 += Probe.l(2);
    String ints = "" + a0 + a1 + a2 + a3 + a4 + a5 + a6 + a7 + a8 + a9;
    String longs = "" + b0 + b1 + b2 + b3 + b4 + b5 + b6 + b7 + b8 + b9;
    double reals = c0 + c1 + c2 * c3 + c4 + c5 * c6 + c7 + c8 * c9;
    Probe.hit("half live");
    float floats = d0 + d1 + d2 * d3 + d4 + d5 * d6 + d7 + d8 * d9;
    String texts = e0 + e1 + e2 + e3 + e4 + e5 + e6 + e7 + e8 + e9;
    return ints + longs + reals + floats + texts + f0 + f1 + f2 + f3 + f4 + f5 + f6 + f7 + f8[0]
        + f9;
  }
}
