package dev.respool.loop;

import java.io.IOException;
import java.nio.channels.SocketChannel;

/**
 * A file descriptor that is kept back for the first warning that the others are used up: logging
 * opens files when it is first used. (If it cannot open the JDK's file of time zones, for example,
 * it never works again in that process.)
 */
final class SpareDescriptor {
  private final SocketChannel held;

  private SpareDescriptor(SocketChannel held) {
    this.held = held;
  }

  static SpareDescriptor hold() throws IOException {
    Warnings.prepare();
    return new SpareDescriptor(SocketChannel.open());
  }

  /** Gives it back; does nothing the second time. */
  void release() {
    try {
      held.close();
    } catch (IOException e) {
      // it was never connected to anything
    }
  }

  /** Logs a warning, which must not fail whoever deals with the fault. */
  void warn(String message, Throwable cause) {
    release();
    try {
      Warnings.log(message, cause);
    } catch (Throwable t) { // logging lacks what has run out: somebody else took the descriptor
      cause.addSuppressed(t);
    }
  }
}
