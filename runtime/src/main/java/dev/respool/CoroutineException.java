package dev.respool;

/**
 * Wraps a checked exception that left the body of a coroutine; {@link #getCause()} is that
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
}
