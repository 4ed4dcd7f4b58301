package dev.respool.abi;

/**
 * Runs continuations: re-enters the innermost frame and hands each frame's result to its caller.
 *
 * <p>Outer frames are not touched before their callee completes, so a round trip costs the same at
 * any depth.
 */
public final class Trampoline {
  private Trampoline() {}

  /** Starts or resumes a continuation that the current thread has acquired, and releases it. */
  static Object run(Carrier carrier, Continuation continuation, Object value, boolean start)
      throws Throwable {
    Continuation outer = carrier.current;
    carrier.current = continuation;
    try {
      Object result = enter(carrier, continuation, value, start);
      return continuation.innermost == null ? result : carrier.takeOut();
    } finally {
      carrier.current = outer;
      continuation.release();
    }
  }

  /** Starts or resumes a producer, without recording it; whether it has made an element. */
  static boolean produce(Carrier carrier, Producer producer, Object value, boolean start)
      throws Throwable {
    producer.state = carrier.place + 1;
    boolean more = false;
    try {
      enter(carrier, producer, value, start);
      more = producer.innermost != null;
      return more;
    } finally {
      if (Dropped.REPORTED) {
        Dropped.suspended(producer);
      }
      producer.state = more ? Continuation.SUSPENDED : Continuation.DEAD;
      if (!more) {
        producer.element = null; // of a yield that was refused
      }
    }
  }

  /** Runs to the next suspension or to the end, of which it returns the result. */
  private static Object enter(
      Carrier carrier, Continuation continuation, Object value, boolean start) throws Throwable {
    Object slice = Observation.runs(continuation, carrier);
    int place = carrier.place;
    carrier.place = place + 1;
    try {
      Object result =
          start ? start(carrier, continuation, value) : drive(carrier, continuation, value);
      Observation.ran(slice, continuation, carrier);
      return result;
    } catch (Throwable t) {
      carrier.abandon();
      continuation.innermost = null;
      Observation.failed(slice, continuation, t);
      throw t;
    } finally {
      carrier.place = place;
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
    if (carrier.suspending != 0) {
      continuation.innermost = carrier.takeInnermost(null);
    }
    return result;
  }

  private static Object drive(Carrier carrier, Continuation continuation, Object resumedWith)
      throws Throwable {
    Object value = resumedWith;
    Frame frame = continuation.innermost;
    for (; ; ) {
      try {
        value = continuation.reenter(frame, carrier, value);
      } catch (Throwable t) {
        value = LogicalTrace.complete(t, carrier, frame);
        carrier.throwing = true;
      }
      if (carrier.suspending != 0) {
        Frame innermost = carrier.takeInnermost(frame);
        if (continuation.innermost != innermost) {
          continuation.innermost = innermost;
        }
        return null;
      }
      frame = frame.caller;
      if (frame == null) {
        continuation.innermost = null;
        return result(carrier, value);
      }
    }
  }

  /**
   * Captures an activation: puts its frame behind those captured before, and decides whether its
   * caller can be captured too.
   *
   * @param frame its frame, filled
   * @param carrier of the activation
   * @param entry of the activation, from {@link Carrier#entry}
   * @return what the activation returns: null, or, if its caller cannot be captured, what {@link
   *     #refuse} returns
   * @throws Throwable what {@link #refuse} throws
   */
  public static Object capture(Frame frame, Carrier carrier, long entry) throws Throwable {
    Carrier own = Carrier.orCurrent(carrier);
    return isRefused(frame, own, carrier, entry) ? refuse(own) : null;
  }

  /**
   * The same for an activation that returns a primitive value.
   *
   * @param frame its frame, filled
   * @param carrier of the activation
   * @param entry of the activation
   * @return 0, or the bits of the result, as in {@link Carrier#prim}
   * @throws Throwable what {@link #refuse} throws
   */
  public static long captureBits(Frame frame, Carrier carrier, long entry) throws Throwable {
    Carrier own = Carrier.orCurrent(carrier);
    return isRefused(frame, own, carrier, entry) ? refusedBits(own) : 0;
  }

  private static boolean isRefused(Frame frame, Carrier own, Carrier carrier, long entry) {
    own.capture(frame, own != carrier);
    frame.method().verify(own, entry);
    return own.refusal != null;
  }

  private static long refusedBits(Carrier own) throws Throwable {
    refuse(own);
    return own.prim;
  }

  /**
   * Ends a call of a door, a method whose body is a variant that the door has just called and that
   * was captured: decides whether the door's caller can be captured too.
   *
   * @param carrier of the door's activation
   * @param entry what the door was entered with
   * @return as {@link #capture}
   * @throws Throwable what {@link #refuse} throws
   */
  public static Object leave(Carrier carrier, long entry) throws Throwable {
    Carrier own = Carrier.orCurrent(carrier);
    own.last.method().verify(own, entry);
    return own.refusal == null ? null : refuse(own);
  }

  /**
   * The same for a door that returns a primitive value.
   *
   * @param carrier of the door's activation
   * @param entry what the door was entered with
   * @return as {@link #captureBits}
   * @throws Throwable what {@link #refuse} throws
   */
  public static long leaveBits(Carrier carrier, long entry) throws Throwable {
    Carrier own = Carrier.orCurrent(carrier);
    own.last.method().verify(own, entry);
    return own.refusal == null ? 0 : refusedBits(own);
  }

  /**
   * Ends an unwinding that has met a frame that cannot be captured: the activations captured so far
   * are resumed with the exception at the point of suspension (with null under {@link AutoEntry}),
   * and run to their end on the stack of the transformed method that calls this.
   *
   * @param carrier the current thread's carrier, with the refusal set
   * @return the result of the outermost of them; a primitive one is in {@link Carrier#prim}
   * @throws Throwable what that one throws
   */
  static Object refuse(Carrier carrier) throws Throwable {
    RuntimeException refusal = carrier.refusal;
    carrier.refusal = null;
    carrier.out = null;
    Frame frame = carrier.takeInnermost(null);
    Object value = answer(carrier, refusal, frame);
    while (frame != null) {
      try {
        value = frame.resume(carrier, value);
      } catch (Throwable t) {
        value = LogicalTrace.complete(t, carrier, frame);
        carrier.throwing = true;
      }
      if (carrier.suspending != 0) { // the activation tries again: it gets the same answer
        carrier.out = null;
        frame = carrier.takeInnermost(frame);
        value = answer(carrier, CallerCheck.again(refusal), frame);
      } else {
        frame = frame.caller;
      }
    }
    return result(carrier, value);
  }

  /** What the suspension that was refused gets: the exception to be thrown, or a result. */
  private static Object answer(Carrier carrier, RuntimeException refusal, Frame innermost) {
    if (refusal == AutoEntry.RESUME) {
      return null;
    }
    carrier.throwing = true;
    return LogicalTrace.ofRefusal(refusal, innermost);
  }

  /**
   * Shows the suspended callers in the trace of an exception that is caught in a resumed
   * activation.
   *
   * @param caught what is on the operand stack where its handler begins
   * @param carrier the current thread's carrier
   * @param frame of the activation
   */
  public static void caught(Object caught, Carrier carrier, Frame frame) {
    if (caught instanceof Throwable thrown) {
      LogicalTrace.complete(thrown, carrier, frame);
    }
  }

  private static Object result(Carrier carrier, Object value) throws Throwable {
    if (carrier.throwing) {
      Throwable thrown = carrier.thrown(value);
      carrier.passed = null; // the activation that it passes next was not resumed with it
      throw thrown;
    }
    return value;
  }
}
