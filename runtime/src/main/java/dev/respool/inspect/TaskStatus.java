package dev.respool.inspect;

/** How far a task is. */
public enum TaskStatus {
  /** It has not begun, or its wait is over: it runs when its turn comes. */
  RUNNABLE,
  /** It runs. In a picture that is only the task that has asked for it. */
  RUNNING,
  /** It waits. */
  WAITING,
  /** It has ended. Ended tasks are counted only. */
  ENDED
}
