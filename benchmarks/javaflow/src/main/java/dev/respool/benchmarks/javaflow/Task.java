package dev.respool.benchmarks.javaflow;

import org.apache.commons.javaflow.api.Continuation;

/** A coroutine of a {@link RunQueue}. */
abstract class Task implements Runnable {
  /** What it sends or receives while it waits at a {@link Rendezvous}. */
  long value;

  /** The sender that came next to the same rendezvous. */
  Task behind;

  private Continuation rest = Continuation.startSuspendedWith(this, true);

  /** Runs up to the next suspension or the end. */
  final void advance() {
    rest = rest.resume();
  }
}
