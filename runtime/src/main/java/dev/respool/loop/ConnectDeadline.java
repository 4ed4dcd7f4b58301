package dev.respool.loop;

import java.net.SocketTimeoutException;
import java.time.Duration;

/** The time limit of a connect, which holds for its waits one after the other. */
final class ConnectDeadline {
  private final Duration limit; // null if there is none
  private Timers timers;
  private Timer timer;
  private Wait current;

  private ConnectDeadline(Duration limit) {
    this.limit = limit;
  }

  static ConnectDeadline none() {
    return new ConnectDeadline(null);
  }

  static ConnectDeadline after(Duration limit) {
    if (limit.isNegative() || limit.isZero()) {
      throw new IllegalArgumentException("the timeout of a connect is not positive: " + limit);
    }
    return new ConnectDeadline(limit);
  }

  /** A wait has begun that the deadline ends; the first one starts the clock. */
  void guard(Wait wait) {
    current = wait;
    if (limit != null && timer == null) {
      timers = wait.task().reactor().timers();
      timer = timers.set(SleepWait.nanos(limit), this::expire);
    }
  }

  private void expire() {
    current.disarm();
    current.fail(new SocketTimeoutException(current + " took longer than " + limit));
  }

  /** The connect is over. */
  void stop() {
    if (timer != null) {
      timers.cancel(timer);
    }
  }
}
