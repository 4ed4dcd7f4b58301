package dev.respool.examples;

import java.nio.ByteBuffer;

/** Counts lines. */
final class Lines {
  private Lines() {}

  /** How many line feeds stand between a buffer's position and its limit. */
  static int in(ByteBuffer bytes) {
    int lines = 0;
    while (bytes.hasRemaining()) {
      if (bytes.get() == '\n') {
        lines++;
      }
    }
    return lines;
  }
}
