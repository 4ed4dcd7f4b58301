package dev.respool;

/**
 * Thrown at a yield if a frame between it and the coroutine's start cannot be captured. The message
 * names the frame, the reason and the remedy.
 *
 * <p>Nothing was suspended, and no code ran on a made-up value. The coroutine may catch the
 * exception and go on.
 */
public class NotSuspendableException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes one.
   *
   * @param message which frame, why, what to do
   */
  public NotSuspendableException(String message) {
    super(message);
  }
}
