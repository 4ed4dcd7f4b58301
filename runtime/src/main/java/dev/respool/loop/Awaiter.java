package dev.respool.loop;

import dev.respool.inspect.WaitKind;

/** Waits for the end of a task. */
abstract class Awaiter extends QueuedWait<Awaiter> {
  /** For the queue of a task. */
  Awaiter() {
    super(null);
  }

  /** Called once, on the loop's thread, when the task has ended. */
  abstract void ended(TaskState task);

  @Override
  WaitKind kind() {
    return WaitKind.TASK;
  }
}
