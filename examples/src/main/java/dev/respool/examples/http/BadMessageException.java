package dev.respool.examples.http;

import java.io.IOException;

/** The other side sent something that is not HTTP as RFC 9112 describes it. */
final class BadMessageException extends IOException {
  private static final long serialVersionUID = 1L;

  BadMessageException(String message) {
    super(message);
  }
}
