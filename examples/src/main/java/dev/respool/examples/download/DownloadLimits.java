package dev.respool.examples.download;

import java.time.Duration;

/**
 * How a downloader treats the servers and the network.
 *
 * @param atOnce how many files it gets at the same time
 * @param attempts how often it asks for each
 * @param firstDelay about how long it waits before the second attempt; then twice as long, and so
 *     on
 * @param longestDelay about how long it waits at most
 * @param patience how long it waits for a byte, before the attempt has failed
 */
public record DownloadLimits(
    int atOnce, int attempts, Duration firstDelay, Duration longestDelay, Duration patience) {
  /**
   * Limits for servers on the internet.
   *
   * @return the limits
   */
  public static DownloadLimits defaults() {
    return new DownloadLimits(
        4, 6, Duration.ofMillis(500), Duration.ofSeconds(30), Duration.ofSeconds(30));
  }
}
