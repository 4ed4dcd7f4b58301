package dev.respool.benchmarks.kilim;

import kilim.Continuation;

/** A coroutine of a {@link RunQueue}. */
abstract class Task extends Continuation {
  /** What it sends or receives while it waits at a {@link Rendezvous}. */
  long value;

  /** The sender that came next to the same rendezvous. */
  Task behind;

  /** Runs up to the next suspension or the end. */
  final void advance() {
    if (run() && ex() != null) {
      throw new IllegalStateException(ex());
    }
  }
}
