package dev.respool.loop;

/**
 * Thrown by an operation on a {@link Channel} or {@link Broadcast} that is closed and, to receive,
 * empty. Its cause is the one that {@link Channel#close(Throwable)} was given.
 */
public final class ChannelClosedException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  private ChannelClosedException(String message, Throwable cause) {
    super(message, cause);
  }

  /** Says what could not be done; the cause may be null. */
  static ChannelClosedException of(String doing, Throwable cause) {
    return new ChannelClosedException(
        "cannot "
            + doing
            + " a closed channel"
            + (cause == null ? "" : "; it was closed because of " + cause),
        cause);
  }
}
