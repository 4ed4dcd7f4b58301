package dev.respool.loop;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The children of a task: those that live, and those whose failure nobody has awaited yet. In the
 * order in which they were started, or failed.
 */
final class Children {
  private Set<TaskState> live = Set.of(); // replaced when first needed: most tasks have none
  private Set<TaskState> failed = Set.of();

  void add(TaskState child) {
    live = with(live, child);
  }

  /** Takes note of a child's end. */
  void ended(TaskState child) {
    live.remove(child);
    if (child.outcome().hasUnobservedFailure()) {
      failed = with(failed, child);
    }
  }

  /** Somebody has taken the failure of a child. */
  void observed(TaskState child) {
    if (!failed.isEmpty()) {
      failed.remove(child);
    }
  }

  boolean isEmpty() {
    return live.isEmpty();
  }

  List<TaskState> live() {
    return new ArrayList<>(live);
  }

  /** The failures that nobody has taken. */
  List<Throwable> failures() {
    if (failed.isEmpty()) {
      return List.of();
    }
    return failed.stream()
        .map(TaskState::outcome)
        .filter(Outcome::hasUnobservedFailure)
        .map(Outcome::failure)
        .toList();
  }

  private static Set<TaskState> with(Set<TaskState> set, TaskState child) {
    Set<TaskState> grown = set.isEmpty() ? new LinkedHashSet<>() : set;
    grown.add(child);
    return grown;
  }
}
