package dev.respool.benchmarks.respool.kinds;

import dev.respool.IntYielder;
import dev.respool.Suspendable;

/** Yields below calls that return each kind of value, and below recursion. */
@Suspendable
final class Callers {
  private Callers() {}

  static void ofVoid(IntYielder g) {
    for (int n = 0; ; n++) {
      emit(g, n);
    }
  }

  private static void emit(IntYielder g, int n) {
    g.yield(n);
  }

  static void ofInt(IntYielder g) {
    for (int n = 1; ; n = next(g, n)) {
      n &= 0xffff;
    }
  }

  private static int next(IntYielder g, int n) {
    g.yield(n);
    return n * 5 + 1;
  }

  static void ofLong(IntYielder g) {
    long total = 0;
    while (true) {
      total += half(g, total + 4);
    }
  }

  private static long half(IntYielder g, long n) {
    g.yield((int) n);
    return n / 2 % 1000;
  }

  static void ofDouble(IntYielder g) {
    for (double x = 1; ; x = root(g, x) + 2) {
      x *= 3;
    }
  }

  private static double root(IntYielder g, double x) {
    g.yield((int) x);
    return Math.sqrt(x);
  }

  static void ofReference(IntYielder g) {
    for (String text = "a"; ; text = extended(g, text)) {
      text = text.length() > 9 ? "a" : text;
    }
  }

  private static String extended(IntYielder g, String text) {
    g.yield(text.length());
    return text.length() == 1 ? "four" : "ten letter";
  }

  static void ofBoolean(IntYielder g) {
    for (int n = 0; ; n++) {
      if (even(g, n)) {
        n += 2;
      }
    }
  }

  private static boolean even(IntYielder g, int n) {
    g.yield(n);
    return (n & 1) == 0;
  }

  static void recursive(IntYielder g) {
    while (true) {
      hanoi(g, 4, 0, 2);
    }
  }

  private static void hanoi(IntYielder g, int discs, int from, int to) {
    if (discs > 0) {
      hanoi(g, discs - 1, from, 3 - from - to);
      g.yield(10 * from + to);
      hanoi(g, discs - 1, 3 - from - to, to);
    }
  }

  static void mutual(IntYielder g) {
    for (int n = 0; ; n++) {
      down(g, n & 7);
    }
  }

  private static int down(IntYielder g, int n) {
    g.yield(n);
    return n == 0 ? 0 : 1 + across(g, n, n * 2L);
  }

  private static int across(IntYielder g, int n, long twice) {
    int below = down(g, n - 1);
    return below + (int) twice;
  }
}
