package dev.respool.loop;

/**
 * Waiters in the order in which they came. They are linked through themselves, so all operations
 * take constant time, a waiter that is cancelled leaves at once, and nothing is allocated. A waiter
 * is in one queue at a time.
 *
 * @param <W> what waits
 */
final class WaitQueue<W extends QueuedWait<W>> {
  private W oldest;
  private W youngest;

  boolean isEmpty() {
    return oldest == null;
  }

  void add(W waiter) {
    waiter.queue = this;
    waiter.before = youngest;
    if (youngest == null) {
      oldest = waiter;
    } else {
      youngest.behind = waiter;
    }
    youngest = waiter;
  }

  /** Does nothing to one that is not in this queue. */
  void remove(W waiter) {
    if (waiter.queue != this) {
      return;
    }
    W before = waiter.before;
    W behind = waiter.behind;
    if (before == null) {
      oldest = behind;
    } else {
      before.behind = behind;
    }
    if (behind == null) {
      youngest = before;
    } else {
      behind.before = before;
    }
    waiter.queue = null;
    waiter.before = null;
    waiter.behind = null;
  }

  /** Removes the one that has waited longest; null if nobody waits. */
  W poll() {
    W waiter = oldest;
    if (waiter != null) {
      oldest = waiter.behind;
      if (oldest == null) {
        youngest = null;
      } else {
        oldest.before = null;
        waiter.behind = null;
      }
      waiter.queue = null;
    }
    return waiter;
  }
}
