package dev.respool;

/**
 * Thrown at a yield when a frame between it and the coroutine's start cannot be captured. Nothing
 * was suspended and no code ran on a made-up value; the coroutine may catch it and go on. The
 * message names the frame, the reason and the remedy.
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
