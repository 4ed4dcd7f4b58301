package dev.respool.inspect;

import java.util.Map;

/**
 * How many tasks a loop has, in which state. Blocks of tasks, such as the body of a scope, count as
 * tasks.
 *
 * @param runnable those that will run in the next turn
 * @param running 1 if a task of the loop asks, else 0
 * @param waiting those that wait
 * @param ended those that have ended since the loop was made
 * @param waitingFor those that wait, by what they wait for; in the order of the kinds; kinds
 *     without tasks are missing
 */
public record TaskCounts(
    long runnable, long running, long waiting, long ended, Map<WaitKind, Long> waitingFor) {
  /** No tasks. */
  public static final TaskCounts NONE = new TaskCounts(0, 0, 0, 0, Map.of());

  /**
   * Those that have not ended.
   *
   * @return the sum
   */
  public long live() {
    return runnable + running + waiting;
  }

  /**
   * How many tasks are in a state.
   *
   * @param status the state
   * @return the number
   */
  public long of(TaskStatus status) {
    return switch (status) {
      case RUNNABLE -> runnable;
      case RUNNING -> running;
      case WAITING -> waiting;
      case ENDED -> ended;
    };
  }
}
