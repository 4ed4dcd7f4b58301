package dev.respool.loop;

import java.util.PriorityQueue;
import java.util.function.LongSupplier;

/**
 * The timers of one loop, by deadline and then by the order in which they were set.
 *
 * <p>A cancelled timer lets go of its action at once and leaves the heap when it reaches the top or
 * when more than half of the heap is cancelled, so cancelling costs constant time on average and
 * garbage is bounded. The clock is in nanoseconds and never goes back. Not thread-safe.
 */
final class Timers {
  /** 146 years: the sum of it and any clock that began at 0 does not overflow. */
  private static final long FOREVER = Long.MAX_VALUE / 2;

  private static final int TOO_FEW_TO_SWEEP = 16;

  private final PriorityQueue<Timer> heap = new PriorityQueue<>();
  private final LongSupplier clock;
  private long sequence;
  private int cancelled;

  /** A clock that begins at 0. */
  Timers(LongSupplier clock) {
    this.clock = clock;
  }

  static LongSupplier systemClock() {
    long origin = System.nanoTime();
    return () -> System.nanoTime() - origin;
  }

  long now() {
    return clock.getAsLong();
  }

  /**
   * Sets a timer.
   *
   * @param nanos from now; what is not positive is due at once
   * @param action run by {@link #fireDue}
   */
  Timer set(long nanos, Runnable action) {
    long delay = Math.min(Math.max(nanos, 0), FOREVER);
    Timer timer = new Timer(clock.getAsLong() + delay, sequence++, action);
    heap.add(timer);
    return timer;
  }

  /** Runs the actions of all timers whose deadline has come; those set meanwhile wait. */
  void fireDue() {
    if (isEmpty()) {
      return;
    }
    long now = clock.getAsLong();
    long limit = sequence;
    for (Timer next = first(); next != null && next.isDue(now, limit); next = first()) {
      heap.poll();
      next.fire();
    }
  }

  /**
   * Nanoseconds to the next deadline: 0 if it has come, {@link Long#MAX_VALUE} if there is none.
   */
  long nanosToNext() {
    Timer next = first();
    return next == null ? Long.MAX_VALUE : Math.max(0, next.deadline() - clock.getAsLong());
  }

  boolean isEmpty() {
    return first() == null;
  }

  /** How many timers are set. */
  int size() {
    return heap.size() - cancelled;
  }

  /** How many entries the heap has, cancelled ones included. */
  int footprint() {
    return heap.size();
  }

  /** Keeps a timer from firing; does nothing once it is over. */
  void cancel(Timer timer) {
    if (timer.isOver()) {
      return;
    }
    timer.end();
    cancelled++;
    if (cancelled > TOO_FEW_TO_SWEEP && cancelled > heap.size() / 2) {
      heap.removeIf(Timer::isOver);
      cancelled = 0;
    }
  }

  private Timer first() {
    if (heap.isEmpty()) { // as in each turn of a loop that has no timers
      return null;
    }
    Timer top = heap.peek();
    while (top != null && top.isOver()) {
      heap.poll();
      cancelled--;
      top = heap.peek();
    }
    return top;
  }
}
