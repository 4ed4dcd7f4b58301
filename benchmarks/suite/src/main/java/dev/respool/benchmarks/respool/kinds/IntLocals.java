package dev.respool.benchmarks.respool.kinds;

import dev.respool.IntYielder;
import dev.respool.Suspendable;

/** One to eight ints live at the yield. */
@Suspendable
final class IntLocals {
  private IntLocals() {}

  static void one(IntYielder g) {
    for (int a = 0; ; a++) {
      g.yield(a);
    }
  }

  static void two(IntYielder g) {
    int a = 0;
    int b = 1;
    while (true) {
      g.yield(a);
      b = a + b;
      a = b - a;
    }
  }

  static void three(IntYielder g) {
    for (int a = 1, b = 2, c = 3; ; a++, b += a, c ^= b) {
      g.yield(c);
    }
  }

  static void four(IntYielder g) {
    int low = 0;
    int high = 100;
    int step = 7;
    int at = 0;
    while (true) {
      g.yield(at);
      at = at + step > high ? low : at + step;
    }
  }

  static void five(IntYielder g) {
    int a = 1;
    int b = 1;
    int c = 2;
    int d = 3;
    for (int n = 0; ; n++) {
      g.yield(a + n);
      a = b;
      b = c;
      c = d;
      d = a + b + c;
    }
  }

  static void six(IntYielder g) {
    int x = 1;
    int y = 0;
    int dx = 0;
    int dy = 1;
    for (int turns = 0, left = 1; ; left--) {
      g.yield(x * y);
      x += dx;
      y += dy;
      if (left == 0) {
        int turned = dx;
        dx = -dy;
        dy = turned;
        left = ++turns / 2;
      }
    }
  }

  static void seven(IntYielder g) {
    int a = 1;
    int b = 2;
    int c = 4;
    int d = 8;
    int e = 16;
    int f = 32;
    for (int n = 0; ; n += 3) {
      g.yield(a ^ b ^ c ^ d ^ e ^ f ^ n);
      f += e;
      d -= a + b + c;
    }
  }

  static void eight(IntYielder g) {
    int a = 8;
    int b = 7;
    int c = 6;
    int d = 5;
    int e = 4;
    int f = 3;
    int h = 2;
    for (int n = 1; ; n <<= 1) {
      g.yield(n | a + h);
      a += b * c;
      d += e * f;
      h += a ^ d;
    }
  }
}
