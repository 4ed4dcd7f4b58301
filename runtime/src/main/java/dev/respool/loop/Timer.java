package dev.respool.loop;

/** One entry of {@link Timers}; over once it fired or was cancelled. */
final class Timer implements Comparable<Timer> {
  private final long deadline;
  private final long sequence;
  private Runnable action;

  Timer(long deadline, long sequence, Runnable action) {
    this.deadline = deadline;
    this.sequence = sequence;
    this.action = action;
  }

  long deadline() {
    return deadline;
  }

  /** Whether its deadline has come and it was set before the one with the given number. */
  boolean isDue(long now, long limit) {
    return deadline <= now && sequence < limit;
  }

  boolean isOver() {
    return action == null;
  }

  void fire() {
    Runnable due = action;
    action = null;
    due.run();
  }

  /** Keeps it from firing. */
  void end() {
    action = null;
  }

  @Override
  public int compareTo(Timer other) {
    int byDeadline = Long.compare(deadline, other.deadline);
    return byDeadline != 0 ? byDeadline : Long.compare(sequence, other.sequence);
  }
}
