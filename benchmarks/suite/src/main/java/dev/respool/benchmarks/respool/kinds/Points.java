package dev.respool.benchmarks.respool.kinds;

import dev.respool.IntYielder;
import dev.respool.Suspendable;

/** Methods with several yields, in branches, and with values on the operand stack. */
@Suspendable
final class Points {
  private Points() {}

  static void alternating(IntYielder g) {
    for (boolean up = true; ; up = !up) {
      if (up) {
        g.yield(1);
      } else {
        g.yield(-1);
      }
    }
  }

  static void inARow(IntYielder g) {
    for (int n = 0; ; n += 3) {
      g.yield(n);
      g.yield(n + 1);
      g.yield(n + 2);
    }
  }

  static void chosen(IntYielder g) {
    for (int n = 0; ; n++) {
      switch (n % 5) {
        case 0 -> g.yield(n);
        case 1 -> g.yield(-n);
        case 2 -> g.yield(n * n);
        case 3 -> g.yield(n ^ 3);
        default -> g.yield(~n);
      }
    }
  }

  static void named(IntYielder g) {
    String[] names = {"red", "green", "blue"};
    for (int n = 0; ; n = (n + 1) % 3) {
      switch (names[n]) {
        case "red" -> g.yield(0xff0000);
        case "green" -> g.yield(0x00ff00);
        default -> g.yield(0x0000ff);
      }
    }
  }

  static void nested(IntYielder g) {
    for (int row = 0; ; row++) {
      for (int column = 0; column < 4; column++) {
        for (int layer = column; layer < 4; layer++) {
          g.yield(row * column + layer);
        }
      }
      g.yield(row);
    }
  }

  static void onTheStack(IntYielder g) {
    for (int n = 0; ; n++) {
      int sum = n * 2 + after(g, n) * 3;
      n = sum < 0 ? 0 : n;
    }
  }

  static void deepOnTheStack(IntYielder g) {
    for (long n = 1; ; n++) {
      double sum = 0.5 * n + (n * 3 + (long) after(g, (int) n) * n);
      n = sum > 1e15 ? 1 : n;
    }
  }

  static void labelled(IntYielder g) {
    int n = 0;
    while (true) {
      outer:
      for (int i = 0; i < 5; i++) {
        for (int j = 0; j < 5; j++) {
          g.yield(n++);
          if (j > i) {
            continue outer;
          }
        }
        g.yield(-i);
      }
    }
  }

  private static int after(IntYielder g, int n) {
    g.yield(n);
    return n & 1;
  }
}
