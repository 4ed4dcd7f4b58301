package dev.respool.abi;

/**
 * What the runtime's own suspending methods are made of.
 *
 * <p>Such a method is not transformed. It calls {@link #enter} first and {@link #suspend} last, and
 * nothing of it runs after the resumption: the value that the continuation is resumed with is the
 * method's result.
 */
public final class Suspension {
  private Suspension() {}

  /**
   * Reads and clears the token that the caller left; the first statement of a suspending method, on
   * every path.
   *
   * @return the current thread's carrier
   */
  public static Carrier enter() {
    Carrier carrier = Carrier.current();
    carrier.entered = carrier.enter();
    return carrier;
  }

  /**
   * Begins to suspend the running continuation; the caller must return at once.
   *
   * @param carrier from {@link #enter}
   * @param token the token of the calling method
   * @param out handed to whoever resumed the continuation, after all frames are unwound
   * @param <T> the type of the value to be resumed with
   * @return null
   * @throws IllegalStateException outside any continuation, or in one that is being closed
   * @throws RuntimeException what {@link Continuation#notSuspendable} makes, if the caller cannot
   *     be captured
   */
  public static <T> T suspend(Carrier carrier, int token, Object out) {
    Continuation current = carrier.current;
    if (current == null) {
      throw new IllegalStateException(
          "attempt to yield from outside a coroutine: start one with Coroutine.create, Generator.of"
              + " or EventLoop.run and yield in its body");
    }
    if (current.state == Continuation.CLOSING) {
      throw new IllegalStateException("attempt to yield from a coroutine that is being closed");
    }
    if (carrier.entered != (token ^ Token.BOUND)) {
      refuseUnlessForwardedByNobody(current, carrier.entered == token);
    }
    carrier.suspending = true;
    carrier.out = out;
    return null;
  }

  private static void refuseUnlessForwardedByNobody(Continuation current, boolean dispatched) {
    RuntimeException refusal =
        dispatched
            ? CallerCheck.refusalOfDispatchedLeaf(current)
            : CallerCheck.refusalOfLeaf(current);
    if (refusal != null) {
      throw refusal;
    }
  }

  /**
   * Whether a suspension here would succeed: looks at every frame down to the innermost
   * continuation's start.
   *
   * @return false outside any continuation
   */
  public static boolean isPossible() {
    Continuation current = Carrier.current().current;
    return current != null && current.state != Continuation.CLOSING && CallerCheck.allTransformed();
  }
}
