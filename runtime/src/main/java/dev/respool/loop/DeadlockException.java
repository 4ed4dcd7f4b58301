package dev.respool.loop;

import dev.respool.abi.Activation;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;

/**
 * Thrown by an event loop if all of its tasks wait for each other. No timer, no I/O and no
 * operation outside the loop can wake any of them. The message says for each task what it waits for
 * and where, and then which tasks wait for which.
 *
 * <p>The loop has cancelled the tasks, and their {@code finally} blocks have run, unless those
 * waited for each other again. Failures of that time are suppressed in this exception.
 */
public final class DeadlockException extends IllegalStateException {
  private static final long serialVersionUID = 1L;
  private static final int MAX_TASKS = 100;

  private DeadlockException(String message) {
    super(message);
  }

  static DeadlockException of(Collection<TaskState> roots) {
    StringBuilder text =
        new StringBuilder(
            "the event loop is deadlocked: no timer, no I/O and no operation outside the loop can"
                + " wake any of its tasks; let one of them send, release, close or cancel what the"
                + " others wait for:");
    Deque<TaskState> todo = new ArrayDeque<>(roots);
    int count = 0;
    WaitGraph graph = new WaitGraph();
    for (TaskState task = todo.poll(); task != null; task = todo.poll()) {
      if (++count <= MAX_TASKS) {
        describe(task, text);
        graph.add(task);
      }
      todo.addAll(task.children());
    }
    if (count > MAX_TASKS) {
      text.append("\n  and ").append(count - MAX_TASKS).append(" more");
    }
    return new DeadlockException(text.append(graph).toString());
  }

  private static void describe(TaskState task, StringBuilder text) {
    text.append("\n  ").append(task).append(" waits in ").append(task.waitsFor());
    for (Activation activation : Activation.of(task)) {
      text.append("\n    at ").append(activation.element());
    }
  }
}
