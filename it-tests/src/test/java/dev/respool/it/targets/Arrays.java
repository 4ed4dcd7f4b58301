package dev.respool.it.targets;

/** Arrays of every element type, written, read and measured around suspensions. */
public final class Arrays {
  private Arrays() {}

  public static Object run() {
    boolean[] z = new boolean[Probe.i(2)];
    byte[] b = {1, Probe.octet((byte) 2)};
    short[] s = {Probe.small((short) 3), 4};
    char[] c = {'a', Probe.letter('b')};
    int[] i = {Probe.i(5), Probe.i(6)};
    long[] l = {Probe.l(7), 8};
    float[] f = {9, Probe.f(10)};
    double[] d = {Probe.d(11), 12};
    String[] t = {Probe.ref("x"), null, "y" + Probe.i(1)};
    z[Probe.i(1)] = Probe.b(true);
    l[Probe.i(0)] = Probe.l(70);
    d[Probe.i(1)] = Probe.d(120);
    t[Probe.i(1)] = Probe.ref("z");
    return z[1] + " " + b[1] + s[0] + c[1] + i[1] + l[0] + f[1] + d[1] + t[0] + t[1] + t[2]
        + t.length;
  }
}
