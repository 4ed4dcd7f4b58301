package dev.respool.loop;

import dev.respool.Suspendable;
import dev.respool.abi.Carrier;
import dev.respool.abi.LeafMethod;
import dev.respool.abi.Suspension;
import java.time.Duration;
import java.util.Objects;

/**
 * Limits how often tasks do something: no span of the given length sees more permits than the given
 * number. The task that has waited longest gets the next permit. Permits are not given back.
 *
 * <p>The permits of a span may be taken at once. To spread them evenly, allow one in a span that is
 * so much shorter: {@code new RateLimiter(1, Duration.ofMillis(100))} instead of 10 in a second.
 *
 * <p>A limiter counts by the clock of the loop whose task uses it first, and belongs to that loop.
 * It remembers when it gave the last permits, so its size grows with their number.
 */
public final class RateLimiter {
  private static final LeafMethod ACQUIRE = LeafMethod.of("acquire", "()V");
  private static final LeafMethod TRY_ACQUIRE =
      LeafMethod.of("tryAcquire", "(Ljava/time/Duration;)Z");

  private final WaitQueue<PermitWait> waiters = new WaitQueue<>();
  private final long[] given; // when, in a ring
  private final long span;
  private int oldest;
  private int count;
  private Reactor loop;
  private Timer timer; // for the next permit; null before it was first needed

  /**
   * Makes a limiter.
   *
   * @param permits how many, at least 1
   * @param per in which span of time, longer than nothing
   * @throws IllegalArgumentException if one of them is too small
   */
  public RateLimiter(int permits, Duration per) {
    Objects.requireNonNull(per, "RateLimiter: the span is null");
    if (permits < 1 || per.isNegative() || per.isZero()) {
      throw new IllegalArgumentException(
          "a rate limiter cannot give "
              + permits
              + " permits within "
              + per
              + ": give at least 1, in a span longer than 0");
    }
    given = new long[permits];
    span = SleepWait.nanos(per);
  }

  /** Takes a permit; waits until there is one. */
  @Suspendable
  public void acquire() {
    acquire(Suspension.enter(), ACQUIRE, "RateLimiter.acquire", null);
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
    Objects.requireNonNull(limit, "RateLimiter.tryAcquire: the limit is null");
    return acquire(carrier, TRY_ACQUIRE, "RateLimiter.tryAcquire", limit);
  }

  private boolean acquire(Carrier carrier, LeafMethod method, String leaf, Duration limit) {
    enter(Leaf.self(leaf));
    return take() || new RateWait(this, leaf, limit).await(carrier, method);
  }

  /**
   * Takes a permit if there is one.
   *
   * @return whether it was taken
   */
  public boolean tryAcquire() {
    enter(Leaf.caller("RateLimiter.tryAcquire"));
    return take();
  }

  private void enter(TaskState user) {
    if (loop == null) {
      loop = user.reactor();
    } else if (loop != user.reactor()) {
      throw new IllegalStateException(
          user + " uses a rate limiter of another event loop: make one for each loop");
    }
  }

  WaitQueue<PermitWait> waiters() {
    return waiters;
  }

  /** Nobody overtakes those who wait. */
  private boolean take() {
    return waiters.isEmpty() && take(loop.timers().now());
  }

  private boolean take(long now) {
    if (count == given.length) {
      if (now - given[oldest] < span) {
        return false;
      }
      oldest = (oldest + 1) % given.length;
      count--;
    }
    given[(oldest + count) % given.length] = now;
    count++;
    return true;
  }

  /** Serves those who wait as far as possible, and sees to it that the others are served. */
  void serve() {
    long now = loop.timers().now();
    while (!waiters.isEmpty() && take(now)) {
      waiters.poll().grant();
    }
    if (timer != null) {
      loop.timers().cancel(timer);
    }
    if (!waiters.isEmpty()) {
      timer = loop.timers().set(span - (now - given[oldest]), this::serve);
    }
  }
}
