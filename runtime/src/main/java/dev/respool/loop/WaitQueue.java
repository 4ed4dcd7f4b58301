package dev.respool.loop;

import java.util.LinkedHashSet;

/**
 * Waiters in the order in which they came. All operations take constant time, so a waiter that is
 * cancelled leaves at once.
 *
 * @param <W> what waits
 */
final class WaitQueue<W> {
  private LinkedHashSet<W> waiters; // made when first needed

  boolean isEmpty() {
    return waiters == null || waiters.isEmpty();
  }

  int size() {
    return waiters == null ? 0 : waiters.size();
  }

  void add(W waiter) {
    if (waiters == null) {
      waiters = new LinkedHashSet<>();
    }
    waiters.add(waiter);
  }

  void remove(W waiter) {
    if (waiters != null) {
      waiters.remove(waiter);
    }
  }

  /** Removes the one that has waited longest; null if nobody waits. */
  W poll() {
    if (isEmpty()) {
      return null;
    }
    var oldest = waiters.iterator();
    W waiter = oldest.next();
    oldest.remove();
    return waiter;
  }
}
