package dev.respool.benchmarks.offbynull;

import com.offbynull.coroutines.user.Coroutine;
import com.offbynull.coroutines.user.CoroutineRunner;

/** A coroutine of a {@link RunQueue}. */
abstract class Task implements Coroutine {
  /** What it sends or receives while it waits at a {@link Rendezvous}. */
  long value;

  /** The sender that came next to the same rendezvous. */
  Task behind;

  private final CoroutineRunner runner = new CoroutineRunner(this);

  /** Runs up to the next suspension or the end. */
  final void advance() {
    runner.execute();
  }
}
