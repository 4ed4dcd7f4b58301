package dev.respool.loop;

import java.time.Duration;
import java.util.concurrent.CancellationException;

/**
 * Waits for a signal and then, in the same leaf, for the mutex, whatever has ended the first wait.
 * It stands in the condition's queue first and in the mutex's then.
 */
final class ConditionWait extends PermitWait {
  private final Condition condition;
  private final Mutex mutex;
  private boolean signalled;
  private CancellationException cancellation;

  ConditionWait(Condition condition, Mutex mutex, Duration limit) {
    super(condition.waiters(), "Condition.await", limit);
    this.condition = condition;
    this.mutex = mutex;
  }

  @Override
  void arm() {
    super.arm();
    mutex.release();
  }

  /** Nobody in particular signals; but then somebody holds the mutex. */
  @Override
  TaskState awaited() {
    return queue == condition.waiters() ? null : mutex.owner();
  }

  /** It has left the condition's queue. */
  void signal() {
    signalled = true;
    stopTimer();
    mutex.giveTo(this);
  }

  @Override
  void late() {
    relock();
  }

  @Override
  void cancel(CancellationException reason) {
    boolean first = cancellation == null;
    if (first) {
      cancellation = reason;
    }
    if (queue == condition.waiters()) {
      relock();
    } else if (first && signalled) {
      condition.wakeNext(); // the signal is for somebody who can use it
    }
  }

  private void relock() {
    disarm();
    mutex.giveTo(this);
  }

  @Override
  void grant() {
    if (cancellation != null) {
      fail(cancellation);
    } else {
      succeedWith(signalled ? 1 : 0);
    }
  }
}
