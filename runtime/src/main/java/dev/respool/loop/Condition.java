package dev.respool.loop;

import dev.respool.Suspendable;
import dev.respool.abi.Carrier;
import dev.respool.abi.LeafMethod;
import dev.respool.abi.Suspension;
import java.time.Duration;
import java.util.Objects;

/**
 * Lets a task that holds a {@link Mutex} wait until another task signals that something has
 * changed, as {@link java.util.concurrent.locks.Condition} does for threads. While the task waits,
 * it does not hold the mutex.
 *
 * <pre>{@code
 * mutex.lock();
 * try {
 *   while (queue.isEmpty()) {
 *     notEmpty.await();
 *   }
 *   …
 * } finally {
 *   mutex.unlock();
 * }
 * }</pre>
 *
 * <p>A task wakes only if it is signalled, cancelled or late. But between the signal and its turn
 * other tasks may hold the mutex, so wait in a loop. All methods are for the task that holds the
 * mutex and throw an {@link IllegalStateException} otherwise.
 */
public final class Condition {
  private static final LeafMethod AWAIT = LeafMethod.of("await", "()V");
  private static final LeafMethod AWAIT_LIMITED = LeafMethod.of("await", "(Ljava/time/Duration;)Z");

  private final WaitQueue<PermitWait> waiters = new WaitQueue<>();
  private final Mutex mutex;

  Condition(Mutex mutex) {
    this.mutex = mutex;
  }

  /**
   * Releases the mutex, waits for a signal, and takes the mutex back before it returns or throws. A
   * task that is cancelled while it waits has not used up a signal.
   */
  @Suspendable
  public void await() {
    await(Suspension.enter(), AWAIT, null);
  }

  /**
   * Does the same, but waits for a signal not longer than the given time. Taking the mutex back may
   * take longer.
   *
   * @param limit how long; if it is zero or negative, this does not wait and keeps the mutex
   * @return whether there was a signal
   */
  @Suspendable
  public boolean await(Duration limit) {
    Carrier carrier = Suspension.enter();
    Objects.requireNonNull(limit, "Condition.await: the limit is null");
    return await(carrier, AWAIT_LIMITED, limit);
  }

  private boolean await(Carrier carrier, LeafMethod method, Duration limit) {
    Leaf.self("Condition.await");
    mutex.requireOwner("Condition.await", "awaits a condition of a mutex");
    return new ConditionWait(this, mutex, limit).await(carrier, method);
  }

  /** Wakes the task that has waited longest, if there is one. */
  public void signal() {
    mutex.requireOwner("Condition.signal", "signals a condition of a mutex");
    wakeNext();
  }

  /** Wakes all tasks that wait; they take the mutex one after the other. */
  public void signalAll() {
    mutex.requireOwner("Condition.signalAll", "signals a condition of a mutex");
    while (!waiters.isEmpty()) {
      wakeNext();
    }
  }

  WaitQueue<PermitWait> waiters() {
    return waiters;
  }

  void wakeNext() {
    if (waiters.poll() instanceof ConditionWait next) {
      next.signal();
    }
  }
}
