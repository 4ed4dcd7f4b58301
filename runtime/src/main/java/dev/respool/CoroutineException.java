package dev.respool;

/**
 * Wraps a checked exception that left the body of a coroutine. {@link #getCause()} returns that
 * exception.
 */
public class CoroutineException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Wraps a checked exception.
   *
   * @param cause what the body threw
   */
  public CoroutineException(Throwable cause) {
    super("a coroutine ended with " + cause, cause);
  }

  /** Throws what needs no wrapping, and wraps the rest. */
  static CoroutineException unchecked(Throwable thrown) {
    if (thrown instanceof RuntimeException exception) {
      throw exception;
    }
    if (thrown instanceof Error error) {
      throw error;
    }
    return new CoroutineException(thrown);
  }
}
