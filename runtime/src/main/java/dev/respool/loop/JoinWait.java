package dev.respool.loop;

/** Waits for another task of the same loop and takes its outcome. */
final class JoinWait extends Awaiter {
  private final TaskState target;

  JoinWait(TaskState target) {
    this.target = target;
  }

  @Override
  void arm() {
    target.addAwaiter(this);
  }

  @Override
  void disarm() {
    target.removeAwaiter(this);
  }

  @Override
  TaskState awaited() {
    return target;
  }

  @Override
  void ended(TaskState ended) {
    deliver(this, ended);
  }

  /** Ends a wait with the outcome of a task: a wrapper has the waiter's trace. */
  static void deliver(Wait wait, TaskState ended) {
    Throwable failure = ended.failure();
    if (failure == null) {
      wait.succeed(ended.result());
    } else if (Failures.unchecked(failure) == failure) {
      wait.failAsIs(failure);
    } else {
      wait.fail(Failures.unchecked(failure));
    }
  }

  @Override
  public String toString() {
    return "Task.await for the end of " + target;
  }
}
