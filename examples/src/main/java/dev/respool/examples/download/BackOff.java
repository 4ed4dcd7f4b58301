package dev.respool.examples.download;

import java.time.Duration;
import java.util.Random;

/**
 * How long to wait before the next attempt: each time twice as long. A random part of that is left
 * out, so that clients whom a server has turned away together do not come back together.
 */
final class BackOff {
  private final long firstMillis;
  private final long longestMillis;
  private final Random random;

  BackOff(DownloadLimits limits, Random random) {
    this.firstMillis = limits.firstDelay().toMillis();
    this.longestMillis = limits.longestDelay().toMillis();
    this.random = random;
  }

  /**
   * The time to wait.
   *
   * @param failures how many attempts have failed, at least one
   * @return from half of the full delay to all of it
   */
  Duration after(int failures) {
    long doubled = firstMillis << Math.min(failures - 1, 20);
    long full = Math.min(doubled, longestMillis);
    return Duration.ofMillis(full - (long) (random.nextDouble() * full / 2));
  }
}
