package dev.respool.benchmarks.javaflow;

import org.apache.commons.javaflow.api.Continuation;
import org.apache.commons.javaflow.api.continuable;

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
    public @continuable void run() {
      value = fib(argument);
    }

    private static @continuable int fib(int n) {
      if (n < 2) {
        if (n < 0) {
          Continuation.suspend();
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
    public @continuable void run() {
      int sum = 0;
      for (int i = 0; i < argument; i++) {
        sum += small(i);
      }
      value = sum;
    }

    private static @continuable int small(int i) {
      if (i < 0) {
        Continuation.suspend();
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
    public @continuable void run() {
      value = argument + 1;
    }
  }

  /** W5: one suspension. */
  static final class YieldThenIncrement extends Computing {
    YieldThenIncrement(int argument) {
      super(argument);
    }

    @Override
    public @continuable void run() {
      value = argument;
      Continuation.suspend();
      value = argument + 1;
    }
  }
}
