package dev.respool.loop;

/**
 * Goes through all tasks of a loop, parents before their children and elder ones before younger,
 * with pauses in which tasks may start and end.
 *
 * <p>It sees each task at most once, and each that lives all the time exactly once. Those that have
 * started after it are left out, so it ends. After a pause it goes on behind the last task that it
 * has seen. If that one has ended, it goes on behind the one before, and so on: what stood between
 * has ended, too. If none is left of those that it remembers, it looks for the next one by number.
 */
final class TaskWalk {
  private static final int REMEMBERED = 64;
  private static final int MOST_STEPS = 100_000; // of a search by number, which is rare

  private final Reactor reactor;
  private final long lastNumber;
  private final TaskState[] seen = new TaskState[REMEMBERED]; // the last ones, as a ring
  private long count;
  private boolean lost;

  /** Not begun. */
  TaskWalk(Reactor reactor) {
    this.reactor = reactor;
    this.lastNumber = reactor.lastNumber();
  }

  /** The number of the youngest task that it may see. */
  long lastNumber() {
    return lastNumber;
  }

  /** Whether it has not found its way after a pause, so that tasks were left out. */
  boolean isLost() {
    return lost;
  }

  /** The next task; null at the end. */
  TaskState next() {
    TaskState next = count == 0 ? known(reactor.roots().eldest()) : afterLast();
    if (next != null) {
      seen[(int) (count++ % REMEMBERED)] = next;
    }
    return next;
  }

  private TaskState afterLast() {
    for (long back = 1; back <= Math.min(count, REMEMBERED); back++) {
      TaskState last = seen[(int) ((count - back) % REMEMBERED)];
      if (TaskList.has(last)) {
        return after(last);
      }
    }
    return afterEnded(seen[(int) ((count - 1) % REMEMBERED)]);
  }

  /** A living task's first child, or what is behind it and its children. */
  private TaskState after(TaskState task) {
    TaskState child = known(task.eldestChild());
    return child != null ? child : behind(task);
  }

  private TaskState behind(TaskState task) {
    for (TaskState at = task; at != null; at = at.parent()) {
      TaskState younger = known(at.younger());
      if (younger != null) {
        return younger;
      }
    }
    return null;
  }

  /** What started later is not seen, and those behind it in the list have started later still. */
  private TaskState known(TaskState task) {
    return task == null || task.number() > lastNumber ? null : task;
  }

  private TaskState afterEnded(TaskState ended) {
    TaskState last = ended;
    while (last.parent() != null && last.parent().isDone()) {
      last = last.parent();
    }
    TaskState parent = last.parent();
    TaskState younger = known(firstBehind(list(parent), last.number()));
    return younger != null || parent == null ? younger : behind(parent);
  }

  private TaskList list(TaskState parent) {
    return parent == null ? reactor.roots() : parent.childList();
  }

  /** The first one with a higher number, looked for from both ends. */
  private TaskState firstBehind(TaskList list, long number) {
    TaskState fromStart = list.eldest();
    TaskState fromEnd = list.youngest();
    for (int i = 0; i < MOST_STEPS && fromStart != null; i++) {
      if (fromStart.number() > number) {
        return fromStart;
      }
      if (fromEnd.number() <= number) {
        return fromEnd.younger();
      }
      fromStart = fromStart.younger();
      fromEnd = fromEnd.elder;
    }
    lost |= fromStart != null;
    return null;
  }
}
