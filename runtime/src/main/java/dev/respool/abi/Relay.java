package dev.respool.abi;

/**
 * Stands in front of the frames of a continuation that has resumed another one, while that waits
 * for its host: hands on what the host provides, and stays until the other one yields or ends.
 *
 * <p>It is the frame of the method of the runtime that was called to resume the other one.
 */
public final class Relay extends NoActivation {
  private final Continuation inner;
  private final LeafMethod pending;

  /** While this one runs: the one within which it does; else null. */
  private Relay around;

  private Relay(Continuation inner, LeafMethod pending) {
    this.inner = inner;
    this.pending = pending;
  }

  /**
   * Suspends the continuation that has resumed another one, in which that waits for its host. If it
   * cannot be captured, the other one goes on at once with the error.
   *
   * @return whether the caller must return at once; false if the other one has yielded or ended
   */
  static boolean suspend(Carrier carrier, Continuation inner, LeafMethod pending, Object request)
      throws Throwable {
    inner.state = Continuation.WAITING;
    Relay relay = new Relay(inner, pending);
    carrier.out = request;
    while (carrier.out instanceof HostRequest) {
      Object answer = null;
      try {
        if (Suspension.suspend(carrier, pending, relay)) {
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
    return inner.completed(pending, out, carrier);
  }

  /** Runs the inner continuation to its next suspension or its end. */
  private Object proceed(Carrier carrier, Object value) throws Throwable {
    around = carrier.relay;
    carrier.relay = this;
    try {
      Object out = inner.goOn(carrier, value);
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

  Continuation inner() {
    return inner;
  }

  Relay around() {
    return around;
  }
}
