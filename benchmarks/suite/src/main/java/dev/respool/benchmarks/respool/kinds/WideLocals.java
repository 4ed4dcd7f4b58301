package dev.respool.benchmarks.respool.kinds;

import dev.respool.IntYielder;
import dev.respool.Suspendable;

/** Longs, doubles, floats and the small types live at the yield. */
@Suspendable
final class WideLocals {
  private WideLocals() {}

  static void random(IntYielder g) {
    for (long seed = 42; ; seed = seed * 6364136223846793005L + 1442695040888963407L) {
      g.yield((int) (seed >>> 33));
    }
  }

  static void longs(IntYielder g) {
    long a = 0;
    long b = 1;
    while (true) {
      g.yield((int) a);
      b = a + b;
      a = b - a;
    }
  }

  static void average(IntYielder g) {
    double sum = 0;
    for (double n = 1; ; n++) {
      sum += n;
      g.yield((int) (sum / n));
    }
  }

  static void logistic(IntYielder g) {
    double rate = 3.9;
    double x = 0.5;
    for (int n = 0; ; n++) {
      g.yield(n + (int) (1000 * x));
      x = rate * x * (1 - x);
    }
  }

  static void floats(IntYielder g) {
    float angle = 0;
    for (float step = 0.125f; ; step *= 1.0001f) {
      angle += step;
      g.yield((int) angle);
    }
  }

  static void small(IntYielder g) {
    byte b = 1;
    short s = 2;
    char c = 'c';
    for (boolean up = true; ; up = !up) {
      g.yield(up ? b + s : c);
      b++;
      s += 2;
      c ^= 3;
    }
  }

  static void everyWidth(IntYielder g) {
    int i = 1;
    long l = 2;
    float f = 3;
    for (double d = 4; ; d += i) {
      g.yield((int) (i + l + f + d));
      l += i;
      f *= 0.5f;
      i ^= (int) l;
    }
  }

  static void clock(IntYielder g) {
    long ticks = 0;
    while (true) {
      for (int second = 0; second < 60; second++, ticks += 10_000_000L) {
        g.yield(second);
      }
      g.yield((int) (ticks / 600_000_000L));
    }
  }
}
