package dev.respool.loop;

/** Waits for nothing but the task's next turn, behind all that are runnable already. */
final class Turn extends Wait {
  /** All tasks share it: it is over at once, so that it need not know of which task it is. */
  static final Turn NEXT = new Turn();

  private Turn() {}

  @Override
  void begin(TaskState parked) {
    parked.wake(null, 0, null);
  }

  @Override
  void arm() {}

  @Override
  void disarm() {}

  @Override
  public String toString() {
    return "Tasks.yieldNow";
  }
}
