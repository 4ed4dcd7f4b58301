package dev.respool.benchmarks.kilim;

import kilim.Continuation;

/** A coroutine whose body is {@link #execute()}, which hands out ints through a field. */
abstract class Routine extends Continuation {
  /** What the body yielded last, or left here when it returned. */
  int value;

  /** Runs the body up to its next suspension or its end; returns whether it is suspended. */
  final boolean advance() {
    boolean done = run();
    if (done && ex() != null) {
      throw new IllegalStateException(ex());
    }
    return !done;
  }

  /** Runs a body that does not suspend; returns what it left in {@link #value}. */
  final int result() {
    advance();
    return value;
  }
}
