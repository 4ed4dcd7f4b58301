package dev.respool.benchmarks.respool;

import dev.respool.Coroutine;
import dev.respool.CoroutineBody;

/** A coroutine of a {@link RunQueue}; it gets itself as the value of its first resumption. */
final class Strand {
  private final Coroutine<Strand, Object> coroutine;

  /** What it sends while it waits in {@link Rendezvous#send}, and what it has received. */
  long value;

  /** The sender that came next to the same channel. */
  Strand behind;

  Strand(CoroutineBody<Strand, Object> body) {
    coroutine = Coroutine.create(body);
  }

  void advance() {
    coroutine.resume(this);
  }
}
