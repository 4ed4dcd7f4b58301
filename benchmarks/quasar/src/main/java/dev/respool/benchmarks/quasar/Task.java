package dev.respool.benchmarks.quasar;

import co.paralleluniverse.fibers.Fiber;

/** A coroutine of the {@link RunQueue}. */
abstract class Task extends Fiber<Object> {
  /** What it sends or receives while it waits at a {@link Rendezvous}. */
  long value;

  /** The sender that came next to the same rendezvous. */
  Task behind;

  /**
   * Without thread-locals of its own: to swap them takes longer than all the rest of a resumption.
   */
  @SuppressWarnings("deprecation")
  Task() {
    super(RunQueue.SCHEDULER);
    setNoLocals(true);
  }
}
