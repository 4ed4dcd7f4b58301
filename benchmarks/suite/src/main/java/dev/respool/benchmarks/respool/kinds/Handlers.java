package dev.respool.benchmarks.respool.kinds;

import dev.respool.IntYielder;
import dev.respool.Suspendable;

/** Yields inside of try, catch and finally blocks. */
@Suspendable
final class Handlers {
  private static final class Odd extends Exception {
    private static final long serialVersionUID = 1;

    Odd() {
      super("odd", null, false, false);
    }
  }

  private static final Odd ODD = new Odd();

  private record Door(int[] opened) implements AutoCloseable {
    @Override
    public void close() {
      opened[0]--;
    }
  }

  private Handlers() {}

  static void inFinallysTry(IntYielder g) {
    int open = 0;
    while (true) {
      try {
        open++;
        g.yield(open);
      } finally {
        open--;
      }
    }
  }

  static void inCatchsTry(IntYielder g) {
    for (int n = 0; ; n++) {
      try {
        g.yield(10 / (n & 3));
      } catch (ArithmeticException e) {
        n++;
      }
    }
  }

  static void inCatch(IntYielder g) {
    for (int n = 0; ; n++) {
      try {
        check(n | 1);
      } catch (Odd e) {
        g.yield(n + e.getMessage().length());
      }
    }
  }

  static void inFinally(IntYielder g) {
    for (int n = 0; ; n++) {
      try {
        n += check(2);
      } catch (Odd e) {
        n--;
      } finally {
        g.yield(n);
      }
    }
  }

  static void inResource(IntYielder g) {
    int[] opened = new int[1];
    while (true) {
      try (Door door = new Door(opened)) {
        opened[0]++;
        g.yield(door.opened()[0]);
      }
    }
  }

  static void nestedTries(IntYielder g) {
    for (long n = 0; ; n++) {
      try {
        try {
          g.yield((int) n);
          n += check((int) n & 2);
        } finally {
          n++;
        }
      } catch (Odd e) {
        n = 0;
      }
    }
  }

  static void severalCatches(IntYielder g) {
    String text = "text";
    for (int n = 0; ; n = (n + 1) & 15) {
      try {
        g.yield(text.length() / (1 + n));
      } catch (ArithmeticException | ClassCastException e) {
        text = e.getMessage();
      } catch (IllegalStateException e) {
        n = 0;
      }
    }
  }

  static void tryInLoopInTry(IntYielder g) {
    double value = 1;
    try {
      while (true) {
        try {
          g.yield((int) value);
          value = value > 1000 ? 1 : value * 1.5;
        } finally {
          value += check(4);
        }
      }
    } catch (Odd e) {
      g.yield(-1);
    }
  }

  private static int check(int n) throws Odd {
    if ((n & 1) != 0) {
      throw ODD;
    }
    return n;
  }
}
