package dev.respool.it.targets;

/** Assignments to elements, fields and locals whose values are used. */
public final class UsedAssignments {
  private UsedAssignments() {}

  private long wide = 1;
  private static double shared;

  public static Object run() {
    UsedAssignments self = new UsedAssignments();
    int[] ints = {1, 2, 3};
    long[] longs = {1, 2};
    double[] reals = {0.5, 1.5};
    String[] texts = {"a", "b"};
    int a = ints[Probe.i(1)] += Probe.i(4);
    int b = ints[Probe.i(0)]++ + ++ints[Probe.i(2)];
    long c = longs[Probe.i(1)] *= Probe.l(5);
    long d = longs[Probe.i(0)]-- - --longs[Probe.i(1)];
    double e = reals[Probe.i(0)] = reals[Probe.i(1)] -= Probe.d(0.25);
    String f = texts[Probe.i(1)] += Probe.ref("c");
    long g = self.wide += self.wide++ + Probe.l(3);
    shared = 2;
    double h = shared /= Probe.d(4);
    int i;
    int j = i = Probe.i(6);
    return a + " " + b + " " + c + " " + d + " " + e + f + g + " " + h + i + j;
  }
}
