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

  /** The first; null if there is none. */
  final TaskState eldest() {
    return eldest;
  }

  /** The last; null if there is none. */
  final TaskState youngest() {
    return youngest;
  }

  /** Whether a task that was in a list still is. */
  static boolean has(TaskState task) {
    return task.elder != task;
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
    task.elder = task; // it is in none
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
