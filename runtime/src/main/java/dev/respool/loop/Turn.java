package dev.respool.loop;

/** Waits for nothing but the task's next turn, behind all that are runnable already. */
final class Turn extends Wait {
  @Override
  void arm() {
    succeed(null);
  }

  @Override
  void disarm() {}

  @Override
  public String toString() {
    return "Tasks.yieldNow";
  }
}
