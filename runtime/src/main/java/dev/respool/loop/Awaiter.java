package dev.respool.loop;

/** Waits for the end of a task. */
interface Awaiter {
  /** Called once, on the loop's thread, when the task has ended. */
  void ended(TaskState task);
}
