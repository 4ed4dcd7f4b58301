package dev.respool.abi;

/**
 * Thrown at the suspension point of a continuation that is being closed, so that its {@code
 * finally} blocks run.
 */
final class Unwinding extends Error {
  private static final long serialVersionUID = 1L;

  Unwinding() {
    super("this coroutine is being closed", null, false, false);
  }
}
