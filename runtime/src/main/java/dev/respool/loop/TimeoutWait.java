package dev.respool.loop;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;

/**
 * Waits for a child with a deadline. At the deadline, or when the waiting task is cancelled, the
 * child is cancelled, and the wait is over when the child has ended: its {@code finally} blocks
 * have run then.
 */
final class TimeoutWait extends Awaiter {
  private final Duration limit;
  private final TaskBody<?> body;
  private TaskState child;
  private Timer timer;
  private Exception verdict;

  TimeoutWait(Duration limit, TaskBody<?> body) {
    this.limit = limit;
    this.body = body;
  }

  static TimeoutException exceeded(Duration limit) {
    return new TimeoutException("not done within " + limit);
  }

  @Override
  void arm() {
    Reactor reactor = task().reactor();
    child = reactor.start(body, task());
    child.addAwaiter(this);
    timer = reactor.timers().set(SleepWait.nanos(limit), () -> stop(exceeded(limit)));
  }

  @Override
  void cancel(CancellationException reason) {
    stop(reason);
  }

  private void stopTimer() {
    task().reactor().timers().cancel(timer);
  }

  private void stop(Exception reason) {
    if (verdict == null) {
      verdict = reason;
    }
    stopTimer();
    child.cancel(", because " + reason.getMessage());
  }

  @Override
  void ended(TaskState ended) {
    stopTimer();
    if (verdict == null) {
      JoinWait.deliver(this, ended);
      return;
    }
    if (ended.outcome().failure() != null && !ended.outcome().isCancellation()) {
      Failures.both(verdict, ended.outcome().failure());
    }
    fail(verdict);
  }

  @Override
  void disarm() {}

  @Override
  TaskState awaited() {
    return child;
  }

  @Override
  public String toString() {
    return "Tasks.withTimeout for " + child + " within " + limit;
  }
}
