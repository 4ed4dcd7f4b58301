package dev.respool.it.targets;

import java.util.Arrays;

/** Compound assignment, increment and decrement of array elements with suspending indices. */
public final class ArrayCompounds {
  private ArrayCompounds() {}

  public static Object run() {
    int[] a = {10, 20, 30};
    long[] l = {1, 2};
    double[] d = {0.5};
    byte[] b = {127};
    String[] s = {"x", "y"};
    a[Probe.i(1)] += Probe.i(5);
    int old = a[Probe.i(2)]++;
    int fresh = --a[Probe.i(0)];
    l[Probe.i(1)] <<= Probe.i(33);
    l[Probe.i(0)] += Probe.l(2);
    d[Probe.i(0)] *= Probe.i(3);
    b[Probe.i(0)]++;
    s[Probe.i(1)] += Probe.ref("z") + Probe.i(1);
    a[Probe.i(2)] = a[Probe.i(1)] = Probe.i(4);
    return Arrays.toString(a) + old + " " + fresh + Arrays.toString(l) + d[0] + b[0] + s[1];
  }
}
