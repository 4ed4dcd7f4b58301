package dev.respool.loop;

import dev.respool.inspect.WaitKind;
import java.time.Duration;

/** Waits for a timer. */
final class SleepWait extends Wait implements Runnable {
  private final Duration duration;
  private Timer timer;

  SleepWait(Duration duration) {
    this.duration = duration;
  }

  @Override
  void arm() {
    timer = task().reactor().timers().set(nanos(duration), this);
  }

  @Override
  public void run() {
    succeed(null);
  }

  @Override
  void disarm() {
    task().reactor().timers().cancel(timer);
  }

  /** The duration in nanoseconds; the longest that fits if it is longer. */
  static long nanos(Duration duration) {
    try {
      return duration.toNanos();
    } catch (ArithmeticException e) {
      return duration.isNegative() ? 0 : Long.MAX_VALUE;
    }
  }

  @Override
  WaitKind kind() {
    return WaitKind.TIMER;
  }

  @Override
  public String toString() {
    return "Tasks.sleep for " + duration;
  }
}
