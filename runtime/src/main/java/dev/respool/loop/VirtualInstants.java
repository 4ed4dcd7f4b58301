package dev.respool.loop;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/** The virtual time of a loop as a clock, which begins at the epoch. */
final class VirtualInstants extends Clock {
  private final LoopClock time;
  private final ZoneId zone;

  VirtualInstants(LoopClock time, ZoneId zone) {
    this.time = time;
    this.zone = zone;
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  @Override
  public Clock withZone(ZoneId other) {
    return new VirtualInstants(time, other);
  }

  @Override
  public Instant instant() {
    return Instant.EPOCH.plusNanos(time.getAsLong());
  }
}
