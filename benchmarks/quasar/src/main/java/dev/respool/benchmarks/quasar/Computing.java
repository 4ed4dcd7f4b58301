package dev.respool.benchmarks.quasar;

import co.paralleluniverse.fibers.Fiber;
import co.paralleluniverse.fibers.SuspendExecution;

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
    protected Object run() throws SuspendExecution {
      value = fib(argument);
      return null;
    }

    private static int fib(int n) throws SuspendExecution {
      if (n < 2) {
        if (n < 0) {
          Fiber.park();
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
    protected Object run() throws SuspendExecution {
      int sum = 0;
      for (int i = 0; i < argument; i++) {
        sum += small(i);
      }
      value = sum;
      return null;
    }

    private static int small(int i) throws SuspendExecution {
      if (i < 0) {
        Fiber.park();
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
    protected Object run() throws SuspendExecution {
      value = argument + 1;
      return null;
    }
  }

  /** W5: one suspension. */
  static final class YieldThenIncrement extends Computing {
    YieldThenIncrement(int argument) {
      super(argument);
    }

    @Override
    protected Object run() throws SuspendExecution {
      value = argument;
      Fiber.park();
      value = argument + 1;
      return null;
    }
  }
}
