package dev.respool.loop;

import dev.respool.abi.Carrier;
import dev.respool.abi.LeafMethod;
import dev.respool.abi.Suspension;
import dev.respool.inspect.WaitKind;
import java.time.Duration;

/**
 * Waits for a permit to go on, of whatever kind, and perhaps not longer than some time. The leaf
 * returns nothing, or whether the permit came in time.
 */
class PermitWait extends QueuedWait<PermitWait> {
  private final String what;
  private final Duration limit; // null if there is none
  private Timer timer;

  PermitWait(WaitQueue<PermitWait> queue, String what, Duration limit) {
    super(queue);
    this.what = what;
    this.limit = limit;
  }

  /** What is waited for, without the limit. */
  String what() {
    return what;
  }

  /** Suspends the caller of a leaf, unless there is no time to wait; false is what it returns. */
  final boolean await(Carrier carrier, LeafMethod method) {
    if (limit == null || SleepWait.nanos(limit) > 0) {
      Suspension.suspend(carrier, method, this);
    }
    return false;
  }

  /** The permit is the waiting task's; this has left the queue. */
  void grant() {
    stopTimer();
    succeedWith(1);
  }

  /** The time is over. */
  void late() {
    disarm();
    succeedWith(0);
  }

  @Override
  void arm() {
    super.arm();
    if (limit != null) {
      timer = task().reactor().timers().set(SleepWait.nanos(limit), this::late);
    }
  }

  @Override
  void disarm() {
    super.disarm();
    stopTimer();
  }

  final void stopTimer() {
    if (timer != null) {
      task().reactor().timers().cancel(timer);
    }
  }

  @Override
  WaitKind kind() {
    return WaitKind.LOCK;
  }

  @Override
  public final String toString() {
    return limit == null ? what() : what() + " within " + limit;
  }
}
