package dev.respool.netty;

/** Throws what Netty reports as a {@code Throwable}. */
final class Failures {
  private Failures() {}

  /** A failure to be thrown as it is; an error is thrown at once. */
  static Exception asException(Throwable failure) {
    if (failure instanceof Error error) {
      throw error;
    }
    return failure instanceof Exception exception ? exception : new IllegalStateException(failure);
  }
}
