package dev.respool.loop;

/** Thrown by an operation on a {@link Channel} that is closed and, to receive, empty. */
public final class ChannelClosedException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  ChannelClosedException(String message) {
    super(message);
  }
}
