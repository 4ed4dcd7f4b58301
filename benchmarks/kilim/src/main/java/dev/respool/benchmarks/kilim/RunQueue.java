package dev.respool.benchmarks.kilim;

import java.util.ArrayDeque;

/** The coroutines that can go on, first in, first out. */
final class RunQueue {
  private final ArrayDeque<Task> ready = new ArrayDeque<>();

  void add(Task task) {
    ready.add(task);
  }

  /** Returns when none can go on. */
  void run() {
    for (Task task = ready.poll(); task != null; task = ready.poll()) {
      task.advance();
    }
  }
}
