package dev.respool.loop;

/** Answers a yield that was not meant for the loop: the task goes on with an error there. */
final class StrayYield extends Wait {
  @Override
  void arm() {
    fail(
        new IllegalStateException(
            "a task yields a value and nobody takes it: "
                + task()
                + " was resumed by its event loop; use Tasks.yieldNow to let other tasks run, or"
                + " yield inside a Coroutine or Generator"));
  }

  @Override
  void disarm() {}

  @Override
  public String toString() {
    return "Coroutine.yield";
  }
}
