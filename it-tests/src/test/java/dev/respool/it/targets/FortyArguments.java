package dev.respool.it.targets;

/** A method of forty arguments, wide ones among them, called with suspending ones. */
public final class FortyArguments {
  private FortyArguments() {}

  public static Object run() {
    return many(
        1,
        2L,
        3f,
        4d,
        Probe.ref("5"),
        6,
        7L,
        8f,
        9d,
        "10",
        Probe.i(11),
        12L,
        13f,
        14d,
        "15",
        16,
        Probe.l(17),
        18f,
        19d,
        "20",
        21,
        22L,
        Probe.f(23),
        24d,
        "25",
        26,
        27L,
        28f,
        Probe.d(29),
        "30",
        31,
        32L,
        33f,
        34d,
        Probe.ref("35"),
        36,
        37L,
        38f,
        39d,
        "40");
  }

  private static String many(
      int a1,
      long a2,
      float a3,
      double a4,
      String a5,
      int b1,
      long b2,
      float b3,
      double b4,
      String b5,
      int c1,
      long c2,
      float c3,
      double c4,
      String c5,
      int d1,
      long d2,
      float d3,
      double d4,
      String d5,
      int e1,
      long e2,
      float e3,
      double e4,
      String e5,
      int f1,
      long f2,
      float f3,
      double f4,
      String f5,
      int g1,
      long g2,
      float g3,
      double g4,
      String g5,
      int h1,
      long h2,
      float h3,
      double h4,
      String h5) {
    Probe.hit("forty live");
    String front = "" + a1 + a2 + a3 + a4 + a5 + b1 + b2 + b3 + b4 + b5 + c1 + c2 + c3 + c4 + c5;
    String middle = "" + d1 + d2 + d3 + d4 + d5 + e1 + e2 + e3 + e4 + e5;
    Probe.hit("fifteen live");
    return front + middle + f1 + f2 + f3 + f4 + f5 + g1 + g2 + g3 + g4 + g5 + h1 + h2 + h3 + h4
        + h5;
  }
}
