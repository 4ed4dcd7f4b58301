package dev.respool.examples.chat;

import dev.respool.Suspendable;
import dev.respool.loop.Channel;

/**
 * The lines that wait until a client takes them. To add one never waits: if too many wait, the
 * oldest is dropped, and the client is told how many it has missed.
 */
final class OutgoingLines {
  private final Channel<String> lines;
  private final int mayMiss;
  private int missed;

  OutgoingLines(ChatLimits limits) {
    lines = Channel.buffered(limits.waitingLines());
    mayMiss = limits.missedLines();
  }

  /**
   * Adds a line at the end; does nothing after {@link #end}.
   *
   * @return whether the client keeps up: false if it has missed too many lines in a row
   */
  boolean add(String line) {
    if (lines.isClosed()) {
      return true;
    }
    if (!lines.trySend(line)) {
      lines.tryReceive();
      lines.trySend(line);
      missed++;
    }
    return missed <= mayMiss;
  }

  /** Waits for the next line; null at the end. */
  @Suspendable
  String next() {
    if (missed > 0) {
      String note = "* you were too slow and have missed " + missed + " lines";
      missed = 0;
      return note;
    }
    return lines.receiveOrNull();
  }

  /** No line comes behind those that wait. */
  void end() {
    lines.close();
  }
}
