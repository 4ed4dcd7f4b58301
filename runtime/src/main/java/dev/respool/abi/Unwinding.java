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

  /**
   * Continues an acquired continuation that this is thrown through, or will be at its suspension
   * point. It may suspend to wait for its host only.
   *
   * @param value what it is resumed with: this at first, later what the host answers
   * @return what it hands out; null if it is dead
   * @throws Throwable what a {@code finally} block threw in the place of this
   */
  Object unwind(Carrier carrier, Continuation continuation, Object value) throws Throwable {
    continuation.state = Continuation.CLOSING;
    int closing = carrier.closing;
    carrier.closing = carrier.place + 1;
    try {
      Object out = Trampoline.run(carrier, continuation, value, false);
      return Continuation.isDead(continuation) ? null : out;
    } catch (Unwinding e) {
      if (e != this) {
        throw e;
      }
      return null;
    } finally {
      carrier.closing = closing;
    }
  }
}
