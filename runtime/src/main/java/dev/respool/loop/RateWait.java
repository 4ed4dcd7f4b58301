package dev.respool.loop;

import java.time.Duration;

/** Waits for a permit that comes with time. */
final class RateWait extends PermitWait {
  private final RateLimiter limiter;

  RateWait(RateLimiter limiter, String what, Duration limit) {
    super(limiter.waiters(), what, limit);
    this.limiter = limiter;
  }

  @Override
  void arm() {
    super.arm();
    limiter.serve();
  }

  @Override
  void disarm() {
    super.disarm();
    limiter.serve();
  }
}
