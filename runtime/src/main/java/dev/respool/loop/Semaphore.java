package dev.respool.loop;

import dev.respool.Suspendable;
import dev.respool.abi.Carrier;
import dev.respool.abi.LeafMethod;
import dev.respool.abi.Suspension;

/**
 * Limits how many tasks of one loop do something at once. The task that has waited longest gets the
 * next permit. A task may release a permit that another task has acquired.
 */
public final class Semaphore {
  private static final LeafMethod ACQUIRE = LeafMethod.of("acquire", "()V");

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
    Carrier carrier = Suspension.enter();
    TaskState self = Leaf.self("Semaphore.acquire");
    home.enter(self.reactor(), !waiters.isEmpty());
    if (permits > 0) {
      permits--;
    } else {
      Suspension.suspend(carrier, ACQUIRE, new PermitWait(waiters, "Semaphore.acquire"));
    }
  }

  /**
   * Takes a permit if there is one.
   *
   * @return whether it was taken
   */
  public boolean tryAcquire() {
    home.enter(!waiters.isEmpty());
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
      next.succeed(null);
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
