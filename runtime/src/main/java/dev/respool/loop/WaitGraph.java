package dev.respool.loop;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which tasks wait for which, as chains: {@code task 1 -> task 2 -> Channel.receive}. A chain
 * begins at a task for which no other waits, or anywhere in a cycle.
 */
final class WaitGraph {
  private final Set<TaskState> tasks = new LinkedHashSet<>();

  void add(TaskState task) {
    tasks.add(task);
  }

  /** Empty if no task waits for another one. */
  @Override
  public String toString() {
    Set<TaskState> heads = new LinkedHashSet<>(tasks);
    tasks.forEach(task -> heads.removeAll(task.awaited()));
    Set<TaskState> shown = new HashSet<>();
    List<String> chains = new ArrayList<>();
    heads.forEach(head -> follow(head, shown, chains));
    tasks.forEach(task -> follow(task, shown, chains)); // what is left are cycles
    return chains.isEmpty() ? "" : "\n  who waits for whom:\n    " + String.join("\n    ", chains);
  }

  /** Adds the chains that begin at a task, but for a task that waits for no other one. */
  private static void follow(TaskState head, Set<TaskState> shown, List<String> chains) {
    if (!shown.add(head)) {
      return;
    }
    for (TaskState next : head.awaited()) {
      chains.add(head + chain(next, shown));
    }
  }

  /** Goes on to the first task that has been shown, that waits for several, or for no task. */
  private static String chain(TaskState first, Set<TaskState> shown) {
    StringBuilder text = new StringBuilder();
    TaskState task = first;
    while (task.awaited().size() == 1 && shown.add(task)) {
      text.append(" -> ").append(task);
      task = task.awaited().get(0);
    }
    text.append(" -> ").append(task);
    if (task.awaited().isEmpty() && task.waitsFor() != null) {
      text.append(" -> ").append(task.waitsFor());
    }
    return text.toString();
  }
}
