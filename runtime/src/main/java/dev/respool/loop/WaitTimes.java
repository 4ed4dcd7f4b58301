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

  /** Zero if it was not seen before. */
  Duration of(Wait wait) {
    Long since = firstSeen.get(wait);
    return since == null ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - since);
  }

  /** Notes that it is seen. */
  void seen(Wait wait) {
    firstSeen.putIfAbsent(wait, System.nanoTime());
  }
}
