package dev.respool.loop;

import java.util.ArrayList;
import java.util.List;

/**
 * Tasks in the order in which they were started. They are linked through themselves, so that one
 * can leave in constant time and nothing is allocated. A task is in one list at a time.
 */
class TaskList {
  private TaskState eldest;
  private TaskState youngest;

  final void add(TaskState task) {
    task.elder = youngest;
    if (youngest == null) {
      eldest = task;
    } else {
      youngest.setNeighbour(task);
    }
    youngest = task;
  }

  /** Of one that is in this list. */
  final void remove(TaskState task) {
    TaskState elder = task.elder;
    TaskState younger = task.younger();
    if (elder == null) {
      eldest = younger;
    } else {
      elder.setNeighbour(younger);
    }
    if (younger == null) {
      youngest = elder;
    } else {
      younger.elder = elder;
    }
    task.elder = null;
    task.setNeighbour(null);
  }

  final boolean isEmpty() {
    return eldest == null;
  }

  /** A copy. */
  final List<TaskState> all() {
    List<TaskState> all = new ArrayList<>();
    for (TaskState task = eldest; task != null; task = task.younger()) {
      all.add(task);
    }
    return all;
  }
}
