package dev.respool.inspect;

/** Whether a loop has answered. */
public enum LoopStatus {
  /** The picture shows its tasks. */
  ANSWERED,
  /**
   * It has not answered in time, and a thread is in a turn of it. Most often a task computes or
   * blocks. The picture shows the stack of that thread.
   */
  BUSY,
  /** It has not answered in time, and no thread runs it: its executor or host does not. */
  NOT_RUN
}
