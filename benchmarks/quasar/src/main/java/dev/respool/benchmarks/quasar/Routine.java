package dev.respool.benchmarks.quasar;

import co.paralleluniverse.fibers.Fiber;
import co.paralleluniverse.fibers.FiberExecutorScheduler;
import co.paralleluniverse.fibers.FiberScheduler;

/** A coroutine whose body is {@link #run}, which hands out ints through a field. */
abstract class Routine extends Fiber<Object> {
  /** Runs a fiber at once, on the thread that starts or unparks it. */
  private static final FiberScheduler CALLER =
      new FiberExecutorScheduler("caller", Runnable::run, null, false);

  /** What the body yielded last, or left here when it returned. */
  int value;

  /**
   * Without thread-locals of its own: to swap them takes longer than all the rest of a resumption.
   */
  @SuppressWarnings("deprecation")
  Routine() {
    super(CALLER);
    setNoLocals(true);
  }

  /** Runs the body up to its next suspension or its end; returns whether it is suspended. */
  final boolean advance() {
    if (getState() == State.NEW) {
      start();
    } else {
      unpark();
    }
    return !isTerminated();
  }

  /** Runs a body that does not suspend; returns what it left in {@link #value}. */
  final int result() {
    start();
    return value;
  }
}
