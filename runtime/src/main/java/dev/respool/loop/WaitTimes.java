package dev.respool.loop;

import java.time.Duration;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * Since when inspections have seen a wait. A wait notes no time by itself, because that would cost
 * more than the rest of it. Loop's thread.
 */
final class WaitTimes {
  private final Map<Wait, Long> firstSeen = new WeakHashMap<>();

  /** Zero if it is seen for the first time. */
  Duration of(Wait wait) {
    long now = System.nanoTime();
    Long since = firstSeen.putIfAbsent(wait, now);
    return since == null ? Duration.ZERO : Duration.ofNanos(now - since);
  }
}
