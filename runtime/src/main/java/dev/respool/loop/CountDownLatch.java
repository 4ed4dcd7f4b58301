package dev.respool.loop;

import dev.respool.Suspendable;
import dev.respool.abi.Carrier;
import dev.respool.abi.LeafMethod;
import dev.respool.abi.Suspension;
import java.time.Duration;
import java.util.Objects;

/**
 * Holds up tasks of one loop until something has happened a given number of times, as {@link
 * java.util.concurrent.CountDownLatch} does for threads. It opens once and stays open.
 */
public final class CountDownLatch {
  private static final LeafMethod AWAIT = LeafMethod.of("await", "()V");
  private static final LeafMethod AWAIT_LIMITED = LeafMethod.of("await", "(Ljava/time/Duration;)Z");

  private final WaitQueue<PermitWait> waiters = new WaitQueue<>();
  private final Home home = new Home("this latch");
  private int count;

  /**
   * Makes a latch.
   *
   * @param count how often {@link #countDown} has to be called; a latch of 0 is open
   * @throws IllegalArgumentException if it is negative
   */
  public CountDownLatch(int count) {
    if (count < 0) {
      throw new IllegalArgumentException("a latch cannot count from " + count + ": give 0 or more");
    }
    this.count = count;
  }

  /** Waits until the latch is open. */
  @Suspendable
  public void await() {
    await(Suspension.enter(), AWAIT, null);
  }

  /**
   * Waits until the latch is open, but not longer than the given time.
   *
   * @param limit how long; if it is zero or negative, this does not wait
   * @return whether the latch is open
   */
  @Suspendable
  public boolean await(Duration limit) {
    Carrier carrier = Suspension.enter();
    Objects.requireNonNull(limit, "CountDownLatch.await: the limit is null");
    return await(carrier, AWAIT_LIMITED, limit);
  }

  private boolean await(Carrier carrier, LeafMethod method, Duration limit) {
    TaskState self = Leaf.self("CountDownLatch.await");
    home.enter(self.reactor(), !waiters.isEmpty());
    return count == 0
        || new PermitWait(waiters, "CountDownLatch.await", limit).await(carrier, method);
  }

  /** Counts one step; the last one opens the latch. Does nothing to an open latch. */
  public void countDown() {
    home.enter(!waiters.isEmpty());
    if (count > 0 && --count == 0) {
      for (PermitWait next = waiters.poll(); next != null; next = waiters.poll()) {
        next.grant();
      }
    }
  }

  /**
   * How many steps are missing.
   *
   * @return 0 if the latch is open
   */
  public int getCount() {
    return count;
  }
}
