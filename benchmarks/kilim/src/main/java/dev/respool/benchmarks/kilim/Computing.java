package dev.respool.benchmarks.kilim;

import kilim.Fiber;
import kilim.Pausable;

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
    public void execute() throws Pausable {
      value = fib(argument);
    }

    private static int fib(int n) throws Pausable {
      if (n < 2) {
        if (n < 0) {
          Fiber.yield();
        }
        return n;
      }
      return fib(n - 1) + fib(n - 2);
    }
  }

  /** W4: a loop over a small method that could suspend. */
  static final class Loop extends Computing {
    Loop(int argument) {
      super(argument);
    }

    @Override
    public void execute() throws Pausable {
      int sum = 0;
      for (int i = 0; i < argument; i++) {
        sum += small(i);
      }
      value = sum;
    }

    private static int small(int i) throws Pausable {
      if (i < 0) {
        Fiber.yield();
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
    public void execute() throws Pausable {
      value = argument + 1;
    }
  }

  /** W5: one suspension. */
  static final class YieldThenIncrement extends Computing {
    YieldThenIncrement(int argument) {
      super(argument);
    }

    @Override
    public void execute() throws Pausable {
      value = argument;
      Fiber.yield();
      value = argument + 1;
    }
  }
}
