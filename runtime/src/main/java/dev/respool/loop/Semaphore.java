package dev.respool.loop;

import dev.respool.Suspendable;
import dev.respool.abi.Carrier;
import dev.respool.abi.LeafMethod;
import dev.respool.abi.Suspension;
import java.time.Duration;
import java.util.Objects;

/**
 * Limits how many tasks of one loop do something at once. The task that has waited longest gets the
 * next permit. A task may release a permit that another task has acquired.
 */
public final class Semaphore {
  private static final LeafMethod ACQUIRE = LeafMethod.of("acquire", "()V");
  private static final LeafMethod TRY_ACQUIRE =
      LeafMethod.of("tryAcquire", "(Ljava/time/Duration;)Z");

  private final WaitQueue<PermitWait> waiters = new WaitQueue<>();
  private final Home home = new Home("this semaphore");
  private int permits;

  /**
   * Makes a semaphore.
   *
   * @param permits how many may be held at once; 0 if all are to come from {@link #release}
   * @throws IllegalArgumentException if it is negative
   */
  public Semaphore(int permits) {
    if (permits < 0) {
      throw new IllegalArgumentException(
          "a semaphore cannot begin with " + permits + " permits: give 0 or more");
    }
    this.permits = permits;
  }

  /** Takes a permit; waits until there is one. */
  @Suspendable
  public void acquire() {
    acquire(Suspension.enter(), ACQUIRE, "Semaphore.acquire", null);
  }

  /**
   * Takes a permit; waits until there is one, but not longer than the given time.
   *
   * @param limit how long; if it is zero or negative, this does not wait
   * @return whether it was taken
   */
  @Suspendable
  public boolean tryAcquire(Duration limit) {
    Carrier carrier = Suspension.enter();
    Objects.requireNonNull(limit, "Semaphore.tryAcquire: the limit is null");
    return acquire(carrier, TRY_ACQUIRE, "Semaphore.tryAcquire", limit);
  }

  private boolean acquire(Carrier carrier, LeafMethod method, String leaf, Duration limit) {
    TaskState self = Leaf.self(leaf);
    home.enter(self.reactor(), !waiters.isEmpty());
    return take() || new PermitWait(waiters, leaf, limit).await(carrier, method);
  }

  /**
   * Takes a permit if there is one.
   *
   * @return whether it was taken
   */
  public boolean tryAcquire() {
    home.enter(!waiters.isEmpty());
    return take();
  }

  private boolean take() {
    if (permits == 0) {
      return false;
    }
    permits--;
    return true;
  }

  /** Gives a permit back, or to the task that has waited longest. */
  public void release() {
    home.enter(!waiters.isEmpty());
    PermitWait next = waiters.poll();
    if (next == null) {
      permits++;
    } else {
      next.grant();
    }
  }

  /**
   * How many permits are free.
   *
   * @return 0 or more
   */
  public int availablePermits() {
    return permits;
  }
}
