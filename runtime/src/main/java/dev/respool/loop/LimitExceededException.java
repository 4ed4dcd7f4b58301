package dev.respool.loop;

import java.io.IOException;

/**
 * The other side of a connection sent more than the reader allows. The bytes stay in the
 * connection's buffer, where {@code read} finds them.
 */
public final class LimitExceededException extends IOException {
  private static final long serialVersionUID = 1L;

  LimitExceededException(String message) {
    super(message);
  }
}
