package dev.respool.benchmarks.javaflow;

import org.apache.commons.javaflow.api.Continuation;

/** A coroutine whose body is {@link #run}, which hands out ints through a field. */
abstract class Routine implements Runnable {
  /** What the body yielded last, or left here when it returned. */
  int value;

  private Continuation rest = Continuation.startSuspendedWith(this, true);

  /** Runs the body up to its next suspension or its end; returns whether it is suspended. */
  final boolean advance() {
    rest = rest.resume();
    return rest != null;
  }

  /** Runs a body that does not suspend; returns what it left in {@link #value}. */
  final int result() {
    advance();
    return value;
  }
}
