package dev.respool.loop;

import java.time.Duration;

/** Waits for a timer, which is set anew by each select. */
final class TimeoutAlternative extends Alternative<Void> {
  private final Duration limit;
  private Timers timers;
  private Timer timer;

  TimeoutAlternative(Duration limit) {
    this.limit = limit;
  }

  @Override
  void enter(TaskState self) {
    timers = self.reactor().timers();
  }

  @Override
  boolean isReady() {
    return false;
  }

  @Override
  void complete() {
    throw new AssertionError("a timeout is never ready before somebody waits");
  }

  @Override
  void arm(SelectWait select) {
    timer = timers.set(SleepWait.nanos(limit), () -> select.choose(this));
  }

  @Override
  void disarm() {
    timers.cancel(timer);
  }

  @Override
  public String toString() {
    return "a timeout of " + limit;
  }
}
