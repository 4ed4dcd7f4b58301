package dev.respool.examples.chat;

import java.time.Duration;

/**
 * What a client may do.
 *
 * @param clients how many may be connected at once; further ones wait in the system's backlog
 * @param lineBytes how long a line may be, without its end
 * @param linesPerSecond how many lines a client may send; the server reads no more from it
 * @param waitingLines how many lines wait for a slow client; of more, the oldest are dropped
 * @param missedLines how many lines a slow client may miss in a row, before the server drops it
 * @param farewell how long the last lines to a client may take
 */
public record ChatLimits(
    int clients,
    int lineBytes,
    int linesPerSecond,
    int waitingLines,
    int missedLines,
    Duration farewell) {
  /**
   * Limits for people who type.
   *
   * @return the limits
   */
  public static ChatLimits defaults() {
    return new ChatLimits(1000, 1000, 10, 100, 1000, Duration.ofSeconds(5));
  }
}
