package dev.respool.loop;

import dev.respool.Suspendable;
import dev.respool.abi.Carrier;
import dev.respool.abi.LeafMethod;
import dev.respool.abi.Suspension;

/**
 * Excludes the other tasks of a loop, also while the task that holds it waits. The task that has
 * waited longest gets it next. It is not reentrant.
 *
 * <pre>{@code
 * mutex.lock();
 * try {
 *   …
 * } finally {
 *   mutex.unlock();
 * }
 * }</pre>
 */
public final class Mutex {
  private static final LeafMethod LOCK = LeafMethod.of("lock", "()V");

  private final WaitQueue<PermitWait> waiters = new WaitQueue<>();
  private final Home home = new Home("this mutex");
  private TaskState owner;

  /** Makes a mutex that nobody holds. */
  public Mutex() {}

  /**
   * Takes the mutex; waits until it is free.
   *
   * @throws IllegalStateException if the calling task holds it
   */
  @Suspendable
  public void lock() {
    Carrier carrier = Suspension.enter();
    TaskState self = Leaf.self("Mutex.lock");
    home.enter(self.reactor(), !waiters.isEmpty());
    if (owner == self) {
      throw new IllegalStateException(
          self + " locks a mutex that it holds already and would wait for ever: unlock it first");
    }
    if (owner == null) {
      owner = self;
    } else {
      Suspension.suspend(carrier, LOCK, new PermitWait(waiters, "Mutex.lock, held by " + owner));
    }
  }

  /**
   * Takes the mutex if it is free.
   *
   * @return whether the calling task has taken it
   */
  public boolean tryLock() {
    TaskState self = Leaf.caller("Mutex.tryLock");
    home.enter(self.reactor(), !waiters.isEmpty());
    if (owner == null) {
      owner = self;
      return true;
    }
    return false;
  }

  /**
   * Releases the mutex, or hands it to the task that has waited longest.
   *
   * @throws IllegalStateException if the calling task does not hold it
   */
  public void unlock() {
    TaskState self = Leaf.caller("Mutex.unlock");
    if (owner != self) {
      throw new IllegalStateException(
          self
              + " unlocks a mutex held by "
              + (owner == null ? "nobody" : owner)
              + ": only the task that locked it may");
    }
    PermitWait next = waiters.poll();
    owner = next == null ? null : next.task();
    if (next != null) {
      next.succeed(null);
    }
  }

  /**
   * Whether a task holds it.
   *
   * @return true from lock to unlock
   */
  public boolean isLocked() {
    return owner != null;
  }
}
