package dev.respool.loop;

/** Waits for the end of a task. */
abstract class Awaiter extends Wait {
  /** Called once, on the loop's thread, when the task has ended. */
  abstract void ended(TaskState task);
}
