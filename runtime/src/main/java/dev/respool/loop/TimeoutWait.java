package dev.respool.loop;

import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;

/**
 * Waits for a block with a deadline. What comes first, the deadline or a cancellation of the
 * calling task, cancels the block, and is thrown if the block does not return all the same.
 *
 * <p>So an outer deadline that comes first is a cancellation for the inner block and a timeout for
 * the outer one only.
 */
final class TimeoutWait extends BlockWait {
  private final Limit limit;
  private final Object body;
  private Timer timer;
  private Exception verdict; // null until it is cancelled

  private TimeoutWait(Limit limit, Object body) {
    this.limit = limit;
    this.body = body;
  }

  /** For a body that may start: there is time left. */
  static TimeoutWait of(Limit limit, Object body) throws TimeoutException {
    limit.throwIfOver();
    return new TimeoutWait(limit, body);
  }

  @Override
  Block create(TaskState caller) {
    return new Block(caller, body);
  }

  @Override
  void arm() {
    super.arm();
    timer = task().reactor().timers().set(limit.nanos(), this::expire);
  }

  private void expire() {
    stop(limit.exceeded());
  }

  @Override
  void cancel(CancellationException reason) {
    stop(reason);
  }

  private void stop(Exception reason) {
    if (verdict == null) {
      verdict = reason;
    }
    stopTimer();
    block().cancel(", because " + reason.getMessage());
  }

  private void stopTimer() {
    task().reactor().timers().cancel(timer);
  }

  @Override
  void ended(TaskState ended) {
    stopTimer();
    Throwable failure = ended.failure();
    if (verdict == null || failure == null) {
      super.ended(ended);
    } else {
      fail(ended.isCancellation() ? verdict : Failures.both(verdict, failure));
    }
  }

  @Override
  public String toString() {
    return "Tasks.withTimeout" + forBlock() + " " + limit.text();
  }
}
