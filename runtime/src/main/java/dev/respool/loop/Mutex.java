package dev.respool.loop;

import dev.respool.Suspendable;
import dev.respool.abi.Carrier;
import dev.respool.abi.LeafMethod;
import dev.respool.abi.Suspension;
import java.time.Duration;
import java.util.Objects;

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
  private static final LeafMethod TRY_LOCK = LeafMethod.of("tryLock", "(Ljava/time/Duration;)Z");

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
    lock(Suspension.enter(), LOCK, "Mutex.lock", null);
  }

  /**
   * Takes the mutex; waits until it is free, but not longer than the given time.
   *
   * @param limit how long; if it is zero or negative, this does not wait
   * @return whether the calling task has taken it
   * @throws IllegalStateException if the calling task holds it
   */
  @Suspendable
  public boolean tryLock(Duration limit) {
    Carrier carrier = Suspension.enter();
    Objects.requireNonNull(limit, "Mutex.tryLock: the limit is null");
    return lock(carrier, TRY_LOCK, "Mutex.tryLock", limit);
  }

  private boolean lock(Carrier carrier, LeafMethod method, String leaf, Duration limit) {
    TaskState self = Leaf.self(leaf).actor();
    home.enter(self.reactor(), !waiters.isEmpty());
    if (owner == self) {
      throw new IllegalStateException(
          self + " locks a mutex that it holds already and would wait for ever: unlock it first");
    }
    if (owner == null) {
      owner = self;
      return true;
    }
    return new LockWait(this, waiters, leaf, limit).await(carrier, method);
  }

  /**
   * Takes the mutex if it is free.
   *
   * @return whether the calling task has taken it
   */
  public boolean tryLock() {
    TaskState self = Leaf.caller("Mutex.tryLock").actor();
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
    requireOwner("Mutex.unlock", "unlocks a mutex");
    release();
  }

  /**
   * Makes a condition for which a task can wait while it holds this mutex.
   *
   * @return a new condition
   */
  public Condition newCondition() {
    return new Condition(this);
  }

  /**
   * Whether a task holds it.
   *
   * @return true from lock to unlock
   */
  public boolean isLocked() {
    return owner != null;
  }

  /** The task that holds it; null if none does. */
  TaskState owner() {
    return owner;
  }

  /** Throws if the calling task does not hold it. */
  void requireOwner(String method, String doing) {
    TaskState self = Leaf.caller(method).actor();
    if (owner != self) {
      throw new IllegalStateException(
          self
              + " "
              + doing
              + " held by "
              + (owner == null ? "nobody" : owner)
              + ": only the task that locked it may");
    }
  }

  void release() {
    PermitWait next = waiters.poll();
    owner = next == null ? null : next.task().actor();
    if (next != null) {
      next.grant();
    }
  }

  /** Gives it to a waiting task: now, or when that one's turn comes. */
  void giveTo(PermitWait wait) {
    waiters.add(wait);
    if (owner == null) {
      release();
    }
  }
}
