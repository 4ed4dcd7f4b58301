package dev.respool.benchmarks.respool;

import dev.respool.CoroutineBody;
import java.util.ArrayDeque;
import java.util.Queue;

/** A scheduler made by hand: the coroutines that can go on, first in, first out. */
final class RunQueue {
  private final Queue<Strand> ready = new ArrayDeque<>();

  void spawn(CoroutineBody<Strand, Object> body) {
    ready.add(new Strand(body));
  }

  void wake(Strand strand) {
    ready.add(strand);
  }

  /** Runs coroutines until none is runnable. */
  void run() {
    for (Strand next = ready.poll(); next != null; next = ready.poll()) {
      next.advance();
    }
  }
}
