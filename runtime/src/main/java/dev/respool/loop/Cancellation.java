package dev.respool.loop;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.concurrent.CancellationException;

/** That a task was told to end, and why: its state from then on until it has ended. */
final class Cancellation {
  private final String text;

  private Cancellation(TaskState task, String why) {
    this.text = task + " was cancelled" + why;
  }

  /**
   * For one suspension. Each has its own: a program may suppress one in another, as
   * try-with-resources does.
   */
  CancellationException exception() {
    return new CancellationException(text);
  }

  /** Cancels several tasks and, where only children are left to cancel, those. */
  static void cancel(Collection<TaskState> tasks, String why) {
    Deque<TaskState> todo = new ArrayDeque<>(tasks);
    while (!todo.isEmpty()) {
      TaskState next = todo.poll();
      next.strike(new Cancellation(next, why));
      if (next.waitsForChildren()) {
        todo.addAll(next.children());
      }
    }
  }
}
