package dev.respool.loop;

import java.util.List;

/**
 * The children of a task: those that live, which are the list, and what is left of those that
 * failed while nobody awaited them. That is the first of them and how many they were, so that a
 * task that never ends can have any number.
 */
final class Children extends TaskList {
  private TaskState firstFailed; // null if there is none, or somebody has taken its failure
  private int failed;

  /** Takes note of a child that has failed. */
  void failed(TaskState child) {
    failed++;
    if (firstFailed == null) {
      firstFailed = child;
    }
  }

  /** Somebody has taken the failure of a child of which this has taken note. */
  void observed(TaskState child) {
    failed--;
    if (firstFailed == child) {
      firstFailed = null;
    }
  }

  /** The failures that nobody has taken: the first and, if there are more, how many. */
  List<Throwable> failures() {
    if (failed == 0) {
      return List.of();
    }
    if (firstFailed == null) {
      return List.of(further(failed));
    }
    Throwable first = firstFailed.failure();
    return failed == 1 ? List.of(first) : List.of(first, further(failed - 1));
  }

  private static IllegalStateException further(int count) {
    IllegalStateException note =
        new IllegalStateException(
            count
                + " more tasks failed while nobody awaited them; the failure handler of their event"
                + " loop was told of each");
    note.setStackTrace(new StackTraceElement[0]);
    return note;
  }
}
