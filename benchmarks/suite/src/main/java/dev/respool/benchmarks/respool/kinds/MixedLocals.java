package dev.respool.benchmarks.respool.kinds;

import dev.respool.IntYielder;
import dev.respool.Suspendable;
import java.util.Objects;

/** References and numbers live at the yield, each method in another proportion. */
@Suspendable
final class MixedLocals {
  private MixedLocals() {}

  static void intAndString(IntYielder g) {
    String name = "mixed";
    for (int n = 0; ; n++) {
      g.yield(n + name.length());
    }
  }

  static void longAndArray(IntYielder g) {
    long[] sums = new long[4];
    for (long n = 0; ; n++) {
      sums[(int) (n & 3)] += n;
      g.yield((int) sums[0]);
    }
  }

  static void doubleAndBox(IntYielder g) {
    Double rate = 1.5;
    for (double value = 1; ; value = value > 1e6 ? 1 : value * rate) {
      g.yield((int) value);
    }
  }

  static void twoOfEach(IntYielder g) {
    Object left = "left";
    Object right = "right";
    int a = 1;
    int b = 2;
    while (true) {
      g.yield(left.equals(right) ? a : b);
      a += b;
      b ^= a;
    }
  }

  static void threeOfEach(IntYielder g) {
    int[] x = {1};
    int[] y = {2};
    int[] z = {3};
    long a = 1;
    int b = 2;
    for (float c = 3; ; c++) {
      g.yield(x[0] + y[0] + z[0]);
      x[0] += (int) a;
      y[0] += b;
      z[0] += (int) c;
    }
  }

  static void manyReferences(IntYielder g) {
    String a = "a";
    String b = "bb";
    String c = "ccc";
    String d = "dddd";
    String e = "eeeee";
    for (int n = 0; ; n++) {
      g.yield(n + a.length() + b.length() + c.length() + d.length() + e.length());
    }
  }

  static void manyNumbers(IntYielder g) {
    CharSequence text = "numbers";
    int a = 1;
    long b = 2;
    double c = 3;
    float d = 4;
    short e = 5;
    for (boolean odd = true; ; odd = !odd) {
      g.yield((int) (a + b + c + d + e + text.length()));
      a += odd ? 1 : 2;
    }
  }

  static void hash(IntYielder g) {
    Object[] parts = {"x", 1, 2L, 3.0};
    int hash = 0;
    for (Object part : parts) {
      hash = 31 * hash + Objects.hashCode(part);
    }
    for (int round = 0; ; round++) {
      g.yield(hash ^ round);
      parts[round & 3] = round & 63;
      hash += parts[0].hashCode();
    }
  }
}
