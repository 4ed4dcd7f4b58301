package dev.respool.loop;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The children of a task: those that live, which are the list, and those whose failure nobody has
 * awaited yet, in the order in which they failed.
 */
final class Children extends TaskList {
  private Set<TaskState> failed = Set.of(); // replaced when first needed: most tasks have none

  /** Takes note of a child's end. */
  void ended(TaskState child) {
    remove(child);
    if (child.outcome().hasUnobservedFailure()) {
      if (failed.isEmpty()) {
        failed = new LinkedHashSet<>();
      }
      failed.add(child);
    }
  }

  /** Somebody has taken the failure of a child. */
  void observed(TaskState child) {
    if (!failed.isEmpty()) {
      failed.remove(child);
    }
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
}
