package dev.respool.benchmarks.offbynull;

import com.offbynull.coroutines.user.Continuation;

/** The short-lived coroutines of W4 and W5: each gets an int and leaves an int. */
abstract class Computing extends Routine {
  final int argument;

  Computing(int argument) {
    this.argument = argument;
  }

  /** W4: recursion that could suspend. */
  static final class Fib extends Computing {
    Fib(int argument) {
      super(argument);
    }

    @Override
    public void run(Continuation c) {
      value = fib(c, argument);
    }

    private static int fib(Continuation c, int n) {
      if (n < 2) {
        if (n < 0) {
          c.suspend();
        }
        return n;
      }
      return fib(c, n - 1) + fib(c, n - 2);
    }
  }

  /** W4: a loop over a small method that could suspend. */
  static final class Loop extends Computing {
    Loop(int argument) {
      super(argument);
    }

    @Override
    public void run(Continuation c) {
      int sum = 0;
      for (int i = 0; i < argument; i++) {
        sum += small(c, i);
      }
      value = sum;
    }

    private static int small(Continuation c, int i) {
      if (i < 0) {
        c.suspend();
      }
      return i ^ 0x55;
    }
  }

  /** W5: no suspension. */
  static final class Increment extends Computing {
    Increment(int argument) {
      super(argument);
    }

    @Override
    public void run(Continuation c) {
      value = argument + 1;
    }
  }

  /** W5: one suspension. */
  static final class YieldThenIncrement extends Computing {
    YieldThenIncrement(int argument) {
      super(argument);
    }

    @Override
    public void run(Continuation c) {
      value = argument;
      c.suspend();
      value = argument + 1;
    }
  }
}
