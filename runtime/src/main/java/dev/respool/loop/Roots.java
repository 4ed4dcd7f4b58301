package dev.respool.loop;

import java.util.ArrayList;
import java.util.List;

/** The tasks of a loop that have no parent, and those of their failures that nobody has taken. */
final class Roots extends TaskList {
  private final LostFailures lostFailures;
  private final List<Throwable> lost = new ArrayList<>();
  private boolean toldOf;

  Roots(LostFailures lostFailures) {
    this.lostFailures = lostFailures;
  }

  /**
   * The loop turns by itself: there is no method that could throw these failures, so they are told
   * of as those of other tasks. To be called before the first task.
   */
  void areToldOf() {
    toldOf = true;
  }

  /** One has ended; it may have failed by itself, or because of its children only. */
  void ended(TaskState root, boolean failedItself) {
    remove(root);
    if (root.hasUnobservedFailure()) {
      if (!toldOf) {
        lost.add(root.failure());
      } else if (failedItself) {
        lostFailures.tell(root);
      }
    }
  }

  /** The failures that nobody has taken, and forgets them. */
  List<Throwable> takeLost() {
    List<Throwable> taken = List.copyOf(lost);
    lost.clear();
    return taken;
  }
}
