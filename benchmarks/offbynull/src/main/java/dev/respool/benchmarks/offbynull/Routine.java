package dev.respool.benchmarks.offbynull;

import com.offbynull.coroutines.user.Coroutine;
import com.offbynull.coroutines.user.CoroutineRunner;

/** A coroutine whose body is {@link #run}, which hands out ints through a field. */
abstract class Routine implements Coroutine {
  /** What the body yielded last, or left here when it returned. */
  int value;

  private final CoroutineRunner runner = new CoroutineRunner(this);

  /** Runs the body up to its next suspension or its end; returns whether it is suspended. */
  final boolean advance() {
    return runner.execute();
  }

  /** Runs a body that does not suspend; returns what it left in {@link #value}. */
  final int result() {
    advance();
    return value;
  }
}
