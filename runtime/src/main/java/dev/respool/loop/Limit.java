package dev.respool.loop;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeoutException;

/**
 * How long a block may run.
 *
 * @param nanos from now; not positive if the time is over
 * @param text to be read after "done"
 */
record Limit(long nanos, String text) {
  static Limit within(Duration duration) {
    return new Limit(SleepWait.nanos(duration), "within " + duration);
  }

  /** Asks the clock of the task's loop once, now. */
  static Limit until(Instant deadline, TaskState task) {
    Instant now = task.reactor().clock().instants().instant();
    return new Limit(SleepWait.nanos(Duration.between(now, deadline)), "by " + deadline);
  }

  void throwIfOver() throws TimeoutException {
    if (nanos <= 0) {
      throw exceeded();
    }
  }

  TimeoutException exceeded() {
    return new TimeoutException("not done " + text);
  }
}
