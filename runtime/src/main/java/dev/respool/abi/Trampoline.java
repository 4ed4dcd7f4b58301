package dev.respool.abi;

/**
 * Runs continuations: re-enters the innermost frame and hands each frame's result to its caller.
 *
 * <p>Outer frames are not touched before their callee completes, so a round trip costs the same at
 * any depth.
 */
public final class Trampoline {
  private Trampoline() {}

  /** Starts or resumes a continuation that the current thread has acquired. */
  static Object run(
      Carrier carrier, Continuation continuation, Object value, boolean start, boolean throwing)
      throws Throwable {
    Continuation outer = carrier.current;
    int outerState = 0;
    if (outer != null) {
      outerState = outer.state;
      outer.state = Continuation.NORMAL;
    }
    carrier.current = continuation;
    try {
      return start
          ? start(carrier, continuation, value)
          : drive(carrier, continuation, value, throwing);
    } catch (Throwable t) {
      carrier.abandon();
      continuation.die();
      throw t;
    } finally {
      carrier.current = outer;
      if (outer != null) {
        outer.state = outerState;
      }
    }
  }

  private static Object start(Carrier carrier, Continuation continuation, Object value)
      throws Throwable {
    Object result;
    try {
      result = continuation.start(carrier, value);
    } catch (Throwable t) {
      throw LogicalTrace.withoutMachinery(t);
    }
    if (carrier.suspending) {
      continuation.park(carrier.takeInnermost(null));
      return carrier.takeOut();
    }
    continuation.die();
    return result;
  }

  private static Object drive(
      Carrier carrier, Continuation continuation, Object resumedWith, boolean throwingFirst)
      throws Throwable {
    Object value = resumedWith;
    boolean throwing = throwingFirst;
    Frame frame = continuation.innermost;
    for (; ; ) {
      Frame caller = frame.caller;
      carrier.throwing = throwing;
      try {
        value = frame.resumer.resume(carrier, frame, value);
        throwing = false;
      } catch (Throwable t) {
        value = LogicalTrace.complete(t, frame);
        throwing = true;
      }
      if (carrier.suspending) {
        continuation.park(carrier.takeInnermost(frame));
        return carrier.takeOut();
      }
      if (caller == null) {
        continuation.die();
        return result(value, throwing);
      }
      frame = caller;
    }
  }

  /**
   * Ends an unwinding that has met a frame that cannot be captured: the activations captured so far
   * are resumed with the exception at the point of suspension, and run to their end on the stack of
   * the transformed method that calls this.
   *
   * @param carrier the current thread's carrier, with the refusal set
   * @return the result of the outermost of them; a primitive one is in {@link Carrier#prim}
   * @throws Throwable what that one throws
   */
  public static Object refuse(Carrier carrier) throws Throwable {
    RuntimeException refusal = carrier.refusal;
    carrier.refusal = null;
    carrier.out = null;
    Frame frame = carrier.takeInnermost(null);
    Object value = LogicalTrace.ofRefusal(refusal, frame);
    boolean throwing = true;
    while (frame != null) {
      carrier.throwing = throwing;
      Frame caller = frame.caller;
      try {
        value = frame.resumer.resume(carrier, frame, value);
        throwing = false;
      } catch (Throwable t) {
        value = LogicalTrace.complete(t, frame);
        throwing = true;
      }
      if (carrier.suspending) { // the activation tries again: it gets the same answer
        carrier.out = null;
        frame = carrier.takeInnermost(frame);
        value = LogicalTrace.ofRefusal(again(carrier, refusal), frame);
        throwing = true;
      } else {
        frame = caller;
      }
    }
    return result(value, throwing);
  }

  private static RuntimeException again(Carrier carrier, RuntimeException refusal) {
    return carrier.current.notSuspendable(refusal.getMessage());
  }

  private static Object result(Object value, boolean throwing) throws Throwable {
    if (throwing) {
      throw (Throwable) value;
    }
    return value;
  }
}
