package dev.respool.loop;

import java.util.NoSuchElementException;

/** What a receiver gets if the channel is closed and empty. Whatever it is, a cause is thrown. */
enum AtEnd {
  THROWS {
    @Override
    RuntimeException withoutCause() {
      return ChannelClosedException.of("receive from", null);
    }
  },
  GIVES_NULL {
    @Override
    RuntimeException withoutCause() {
      return null;
    }
  },
  HAS_NO_ELEMENT {
    @Override
    RuntimeException withoutCause() {
      return new NoSuchElementException("the channel is closed and has no further value");
    }
  };

  /** What to throw, or null if the receiver gets null; the cause may be null. */
  final RuntimeException failure(Throwable cause) {
    return cause == null ? withoutCause() : ChannelClosedException.of("receive from", cause);
  }

  abstract RuntimeException withoutCause();
}
