package dev.respool.abi;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * A computation that can be suspended and resumed: the chain of its captured frames, and its state.
 *
 * <pre>
 *   state      | resume      | suspends   | ends | close   | host answers                  | hold
 *   NEW        | running     |            |      | DEAD    |                               | HELD
 *   SUSPENDED  | running     |            |      | CLOSING |                               | HELD
 *   running    | error       | SUSPENDED  | DEAD | error   |                               | error
 *   WAITING    | error       |            |      | error   | running, or CLOSING if it was | error
 *   CLOSING    | error       | WAITING    | DEAD | error   |                               | error
 *   HELD       | error       |            |      | error   |                               | error
 *   DEAD       | error       |            |      | DEAD    |                               |
 * </pre>
 *
 * <p>One that is held is being saved or forked; it is NEW or SUSPENDED again when it is let go.
 *
 * <p>A running one has a positive state, its {@link Carrier#place}; while it waits for another one
 * that it has resumed, its carrier is at a higher place. What it hands out when it suspends may be
 * a {@link HostRequest}: then it is waiting, and so are those that have resumed it. One that is
 * being closed can hand out nothing else: an ordinary suspension is an error there.
 *
 * <p>Any thread may resume it, one at a time; of two that race one wins and the other gets the
 * error. It has no public instance methods, so that its subclasses decide what they offer.
 */
public abstract class Continuation {
  static final int NEW = 0;
  static final int SUSPENDED = -1;
  static final int CLOSING = -2;
  static final int DEAD = -3;

  /** Suspended until its host answers a {@link HostRequest}; only a {@link Relay} resumes it. */
  static final int WAITING = -4;

  /** Nobody may resume it, on any thread, until it is let go. */
  static final int HELD = -5;

  private static final VarHandle STATE;

  static {
    try {
      STATE = MethodHandles.lookup().findVarHandle(Continuation.class, "state", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  int state;
  Frame innermost;

  /** For subclasses: not started. */
  @SuppressWarnings("this-escape") // it is written down, and asked nothing
  protected Continuation() {
    if (Dropped.REPORTED) {
      Dropped.created(this);
    }
  }

  /**
   * Calls the body; the first resumption does it. The implementation tells of the call by {@link
   * Carrier#call}, calls the body and returns its result at once, whatever it is.
   *
   * @param carrier the current thread's carrier
   * @param first the value of the first resumption
   * @return the body's result
   * @throws Throwable whatever the body throws
   */
  protected abstract Object start(Carrier carrier, Object first) throws Throwable;

  /**
   * A number for {@link Carrier#call}, for one call of {@link #start}'s implementation.
   *
   * @return a new one each time
   */
  protected static long newStart() {
    return Site.ofStart();
  }

  /**
   * Continues a frame of this continuation; a subclass overrides it with the same call, so that the
   * call is profiled for the subclass alone.
   *
   * @param frame the innermost one, or one whose callee has completed
   * @param carrier the current thread's carrier
   * @param value as for {@link Frame#resume}
   * @return as {@link Frame#resume}
   * @throws Throwable as {@link Frame#resume}
   */
  protected Object reenter(Frame frame, Carrier carrier, Object value) throws Throwable {
    return frame.resume(carrier, value);
  }

  /**
   * What the method of the runtime returns that resumed this one, and was suspended because this
   * one waited for its host. It yields or has ended now.
   *
   * @param pending the method
   * @param out what it has handed out, or its result
   * @param carrier the current thread's carrier
   * @return the method's result; one that is primitive goes to {@link Carrier#prim}
   */
  protected Object completed(LeafMethod pending, Object out, Carrier carrier) {
    return out;
  }

  /**
   * What that method throws if the body throws.
   *
   * @param thrown by the body
   * @return the same, or an exception with that cause
   */
  protected Throwable unchecked(Throwable thrown) {
    return thrown;
  }

  /**
   * What it needs besides its frames to go on elsewhere.
   *
   * @return null if it is of a sort that means nothing elsewhere
   */
  protected ContinuationHead head() {
    return null;
  }

  /**
   * Gets what another one of its sort needed.
   *
   * @param head what that one's {@link #head()} was
   * @throws ClassCastException if the body is of another sort
   */
  protected void head(ContinuationHead head) {
    throw new IllegalStateException(getClass().getName() + " cannot be restored");
  }

  /** Continues, when the host has answered; what it hands out next, or its result. */
  Object goOn(Carrier carrier, Object value) throws Throwable {
    state = carrier.place + 1;
    return Trampoline.run(carrier, this, value, false);
  }

  /**
   * Starts or resumes a continuation and runs it to its next suspension or to its end.
   *
   * @param continuation new or suspended
   * @param value what the pending call returns, if that is a reference
   * @param prim what it returns, if that is primitive: widened to 64 bits, floating-point values as
   *     raw bits
   * @return what the suspension handed out, or the body's result if it is dead now
   * @throws IllegalStateException if it is neither new nor suspended
   * @throws Throwable what the body threw; the continuation is dead then
   */
  public static Object resume(Continuation continuation, Object value, long prim) throws Throwable {
    Carrier carrier = CarrierTable.current().forTopLevel();
    boolean start = acquire(continuation, carrier) == NEW;
    carrier.prim = prim;
    return Trampoline.run(carrier, continuation, value, start);
  }

  /**
   * Does the same where another continuation may have called: if this one comes to wait for its
   * host, that one is suspended too, and the caller must return at once.
   *
   * @param continuation new or suspended
   * @param leaf the calling method
   * @param value what the pending call returns
   * @return as for {@link #resume}; null if the calling continuation is suspended
   * @throws IllegalStateException if it is neither new nor suspended
   * @throws Throwable what the body threw; the continuation is dead then
   */
  public static Object resume(Continuation continuation, LeafMethod leaf, Object value)
      throws Throwable {
    Object out = resume(continuation, value, 0);
    if (out instanceof HostRequest) {
      Carrier carrier = CarrierTable.current();
      Relay relay = new Relay(continuation, leaf, null);
      return Relay.suspend(carrier, relay, out) ? null : carrier.takeOut();
    }
    return out;
  }

  /**
   * Does the same for a host, which a single thread owns: nobody else can resume it meanwhile.
   *
   * @param continuation new or suspended
   * @param value as for {@link #resume}
   * @param prim as for {@link #resume}
   * @return as for {@link #resume}
   * @throws IllegalStateException if it is neither new nor suspended
   * @throws Throwable what the body threw; the continuation is dead then
   */
  public static Object resumeHost(Continuation continuation, Object value, long prim)
      throws Throwable {
    Carrier carrier = CarrierTable.current().forTopLevel();
    int found = continuation.state;
    if (found != SUSPENDED && found != NEW) {
      throw notResumable(continuation);
    }
    continuation.state = carrier.place + 1;
    carrier.prim = prim;
    return runHost(carrier, continuation, value, found == NEW);
  }

  private static Object runHost(
      Carrier carrier, Continuation continuation, Object value, boolean start) throws Throwable {
    Continuation outer = carrier.host;
    carrier.host = continuation;
    try {
      return Trampoline.run(carrier, continuation, value, start);
    } finally {
      carrier.host = outer;
    }
  }

  /**
   * Resumes a host with an exception, thrown at its suspension point.
   *
   * @param continuation new (it dies at once) or suspended
   * @param thrown the exception
   * @return as for {@link #resume}
   * @throws IllegalStateException if it is neither new nor suspended
   * @throws Throwable what the body threw; the continuation is dead then
   */
  public static Object resumeHostThrowing(Continuation continuation, Throwable thrown)
      throws Throwable {
    Carrier carrier = CarrierTable.current().forTopLevel();
    if (acquire(continuation, carrier) == NEW) {
      continuation.release();
      throw thrown;
    }
    carrier.throwing = true;
    return runHost(carrier, continuation, thrown, false);
  }

  /**
   * Unwinds a suspended continuation so that its {@code finally} blocks run; afterwards it is dead.
   * Does nothing to a dead one. If a {@code finally} block waits for the host, the continuation
   * that has called is suspended too, and the caller must return at once.
   *
   * @param continuation what to close
   * @param leaf the calling method, which returns nothing
   * @throws IllegalStateException if it is running, or has resumed another one that is
   * @throws Throwable what its {@code finally} blocks threw
   */
  public static void close(Continuation continuation, LeafMethod leaf) throws Throwable {
    if (isDead(continuation)) {
      return;
    }
    if (!isSuspended(continuation)) {
      throw new IllegalStateException("cannot close a running coroutine");
    }
    Carrier carrier = CarrierTable.current();
    if (acquire(continuation, carrier) == NEW) {
      Observation.discarded(continuation);
      continuation.release();
      return;
    }
    Unwinding signal = new Unwinding();
    carrier.throwing = true;
    Object out = signal.unwind(carrier, continuation, signal);
    if (out instanceof HostRequest) {
      Relay.suspend(carrier, new Relay(continuation, leaf, signal), out);
    }
  }

  /**
   * Gives a continuation copies of the frames of another one, so that it goes on in the same way.
   *
   * @param original new, suspended or dead
   * @param copy new; it gets the original's state
   * @throws IllegalStateException if the original runs, or waits for one that does, or for its
   *     host; or if a frame cannot be copied
   */
  public static void fork(Continuation original, Continuation copy) {
    if (isDead(original)) {
      copy.state = DEAD;
      return;
    }
    int found = hold(original);
    if (found == HELD) {
      throw new IllegalStateException("cannot fork non-suspended coroutine");
    }
    try {
      Fork.copy(original, copy);
    } finally {
      letGo(original, found);
    }
    copy.state = found;
    if (Dropped.REPORTED) {
      Dropped.suspended(copy);
    }
  }

  /** So that nobody resumes it meanwhile; its state, NEW or SUSPENDED, or HELD if it is neither. */
  static int hold(Continuation continuation) {
    int found = continuation.state;
    boolean held =
        (found == SUSPENDED || found == NEW) && STATE.compareAndSet(continuation, found, HELD);
    return held ? found : HELD;
  }

  static void letGo(Continuation continuation, int state) {
    STATE.setRelease(continuation, state);
  }

  /**
   * The innermost continuation that runs on the current thread.
   *
   * @return null if none does, or a {@link Producer}
   */
  public static Continuation current() {
    return CarrierTable.current().running();
  }

  /**
   * The host that runs on the current thread, whatever continuations it has resumed.
   *
   * @return null if none does
   */
  public static Continuation host() {
    return CarrierTable.current().host;
  }

  /**
   * Whether any continuation runs on the current thread.
   *
   * @return true too if it is a {@link Producer}
   */
  public static boolean isRunningAny() {
    return CarrierTable.current().isRunningAny();
  }

  /**
   * Whether it has ended.
   *
   * @param continuation any
   * @return true once its body returned or threw, or it was closed
   */
  public static boolean isDead(Continuation continuation) {
    return continuation.state == DEAD;
  }

  /**
   * Whether it waits to be started or resumed.
   *
   * @param continuation any
   * @return true if {@link #resume} is legal
   */
  public static boolean isSuspended(Continuation continuation) {
    int state = continuation.state;
    return state == SUSPENDED || state == NEW;
  }

  /**
   * Whether it has resumed another continuation and waits for that one.
   *
   * @param continuation any
   * @return true while it does
   */
  public static boolean isNormal(Continuation continuation) {
    int state = continuation.state;
    return state == WAITING || state > 0 && CarrierTable.isAbove(state);
  }

  /**
   * Whether its frames are on the heap and stay there until its host has answered.
   *
   * @param continuation any
   * @return true while it waits
   */
  public static boolean isWaiting(Continuation continuation) {
    return continuation.state == WAITING;
  }

  /** NEW or SUSPENDED before; it runs at the next place of the carrier then. */
  private static int acquire(Continuation continuation, Carrier carrier) {
    int found = continuation.state;
    if (found != SUSPENDED && found != NEW
        || !STATE.compareAndSet(continuation, found, carrier.place + 1)) {
      throw notResumable(continuation);
    }
    return found;
  }

  static IllegalStateException notResumable(Continuation continuation) {
    return new IllegalStateException(
        isDead(continuation)
            ? "cannot resume dead coroutine"
            : "cannot resume non-suspended coroutine");
  }

  /**
   * It has run, and has frames now if it is suspended; from here on another thread may resume it.
   */
  void release() {
    if (Dropped.REPORTED) {
      Dropped.suspended(this);
    }
    STATE.setRelease(this, innermost == null ? DEAD : SUSPENDED);
  }
}
