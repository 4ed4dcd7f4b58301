package dev.respool.loop;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The children of a task: those that live, and those whose failure nobody has awaited yet. In the
 * order in which they were started, or failed. Those that live are linked through themselves.
 */
final class Children {
  private TaskState eldest;
  private TaskState youngest;
  private Set<TaskState> failed = Set.of(); // replaced when first needed: most tasks have none

  void add(TaskState child) {
    child.elder = youngest;
    if (youngest == null) {
      eldest = child;
    } else {
      youngest.younger = child;
    }
    youngest = child;
  }

  /** Takes note of a child's end. */
  void ended(TaskState child) {
    unlink(child);
    if (child.outcome().hasUnobservedFailure()) {
      if (failed.isEmpty()) {
        failed = new LinkedHashSet<>();
      }
      failed.add(child);
    }
  }

  private void unlink(TaskState child) {
    if (child.elder == null) {
      eldest = child.younger;
    } else {
      child.elder.younger = child.younger;
    }
    if (child.younger == null) {
      youngest = child.elder;
    } else {
      child.younger.elder = child.elder;
    }
    child.elder = null;
    child.younger = null;
  }

  /** Somebody has taken the failure of a child. */
  void observed(TaskState child) {
    if (!failed.isEmpty()) {
      failed.remove(child);
    }
  }

  boolean isEmpty() {
    return eldest == null;
  }

  List<TaskState> live() {
    List<TaskState> live = new ArrayList<>();
    for (TaskState child = eldest; child != null; child = child.younger) {
      live.add(child);
    }
    return live;
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
