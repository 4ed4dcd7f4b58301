package dev.respool.abi;

/**
 * Stands in front of the frames of a continuation that has resumed or closes another one, while
 * that waits for its host: hands on what the host provides, and stays until the other one yields or
 * ends.
 *
 * <p>It is the frame of the method of the runtime that was called to resume or close the other one.
 */
public final class Relay extends NoActivation {
  private final Continuation inner;
  private final LeafMethod pending;
  private final Unwinding closing; // null if the other one is not being closed

  /** While this one runs: the one within which it does; else null. */
  private Relay around;

  /**
   * @param inner has been resumed, or is being closed
   * @param pending the method that did so
   * @param closing what is thrown through it; null if it was resumed
   */
  Relay(Continuation inner, LeafMethod pending, Unwinding closing) {
    this.inner = inner;
    this.pending = pending;
    this.closing = closing;
  }

  /**
   * Suspends the continuation that has resumed or closes another one, which waits for its host. If
   * it cannot be captured, the other one goes on at once with the error.
   *
   * @return whether the caller must return at once; false if the other one has yielded or ended
   */
  static boolean suspend(Carrier carrier, Relay relay, Object request) throws Throwable {
    relay.inner.state = Continuation.WAITING;
    carrier.out = request;
    while (carrier.out instanceof HostRequest) {
      Object answer = null;
      try {
        if (Suspension.suspend(carrier, relay.pending, relay)) {
          return true;
        }
      } catch (RuntimeException refusal) {
        answer = refusal;
        carrier.throwing = true;
      }
      carrier.out = relay.proceed(carrier, answer);
    }
    return false;
  }

  @Override
  public Object resume(Carrier carrier, Object value) throws Throwable {
    Object out = proceed(carrier, value);
    if (out instanceof HostRequest) {
      carrier.suspending = 1;
      carrier.out = out;
      return null;
    }
    return closing == null ? inner.completed(pending, out, carrier) : null;
  }

  /** Runs the inner continuation to its next suspension or its end. */
  private Object proceed(Carrier carrier, Object value) throws Throwable {
    around = carrier.relay;
    carrier.relay = this;
    try {
      Object out = goOn(carrier, value);
      if (out instanceof HostRequest) {
        inner.state = Continuation.WAITING;
      }
      return out;
    } catch (Throwable t) {
      throw inner.unchecked(t);
    } finally {
      carrier.relay = around;
      around = null;
    }
  }

  private Object goOn(Carrier carrier, Object value) throws Throwable {
    return closing == null ? inner.goOn(carrier, value) : closing.unwind(carrier, inner, value);
  }

  Continuation inner() {
    return inner;
  }

  Relay around() {
    return around;
  }
}
