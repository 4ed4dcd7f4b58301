package dev.respool.loop;

import java.time.Clock;
import java.time.ZoneOffset;

/**
 * A clock that jumps. While its loop has nothing to do it moves to the next timer at once, unless a
 * task waits for something outside the loop: nobody knows how long that takes in virtual time.
 */
final class VirtualClock implements LoopClock {
  private final TestLoop loop;
  private final Clock instants = new VirtualInstants(this, ZoneOffset.UTC);
  private volatile long now; // any thread may ask for the time

  VirtualClock(TestLoop loop) {
    this.loop = loop;
  }

  TestLoop loop() {
    return loop;
  }

  @Override
  public long getAsLong() {
    return now;
  }

  @Override
  public Clock instants() {
    return instants;
  }

  void moveTo(long nanos) {
    now = nanos;
  }

  @Override
  public long toWait(long nanos, boolean outside) {
    if (outside || nanos == Long.MAX_VALUE) {
      return nanos == 0 ? 0 : Long.MAX_VALUE;
    }
    moveTo(now + nanos);
    return 0;
  }
}
