package dev.respool.it.targets;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;

/** Operands of merged types, and null, below a suspending call. */
public final class MergedOperands {
  private MergedOperands() {}

  public static Object run() {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < 3; i++) {
      boolean b = i == 1;
      out.append(size(b ? new ArrayList<>() : new HashSet<>(), Probe.i(i)));
      out.append(text(null, Probe.l(1), b ? "s" : Integer.valueOf(i), Probe.i(2)));
      out.append(array(i == 0 ? new int[] {1} : i == 1 ? new long[] {2} : null, Probe.i(3)));
      out.append(first(b ? new String[] {"x"} : new Integer[] {5}, Probe.i(0)));
      out.append(
          small(b ? (byte) 1 : 'c', Probe.i(4), b ? 2 : i, b && Probe.b(true), i > 1, Probe.l(1)));
    }
    return out.toString();
  }

  private static int size(Collection<?> all, int n) {
    return all.size() + n;
  }

  private static String text(Object none, long n, Comparable<?> any, int m) {
    return none + " " + n + any + m;
  }

  private static String array(Object array, int n) {
    return array instanceof int[] ints
        ? "int" + ints[0] + n
        : array instanceof long[] ? "long" : "no";
  }

  private static Object first(Object[] all, int index) {
    return all[index];
  }

  private static String small(int a, int b, int c, boolean d, boolean e, long f) {
    return " " + a + b + c + d + e + f;
  }
}
