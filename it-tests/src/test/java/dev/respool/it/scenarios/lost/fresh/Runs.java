package dev.respool.it.scenarios.lost.fresh;

import static dev.respool.it.scenarios.lost.Current.INNER;
import static dev.respool.it.scenarios.lost.Current.foreign;
import static dev.respool.it.scenarios.lost.Current.pass;

import dev.respool.Coroutine;
import dev.respool.Suspendable;

/** Its initialiser also suspends the method, in a coroutine of its own. */
final class Runs {
  static final int CONSTANT = foreign(twice(INNER));

  static {
    Coroutine<Object, Object> inner = Coroutine.create(first -> twice(0));
    if (!inner.resume().equals("inner") || !inner.resume().equals(0)) {
      throw new AssertionError("the inner coroutine went wrong");
    }
  }

  private Runs() {}

  @Suspendable
  static int twice(int x) {
    if (x == 0) {
      Coroutine.yield("inner");
    }
    pass(x);
    return 2 * x;
  }
}
