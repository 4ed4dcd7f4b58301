package dev.respool.abi;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * A computation that can be suspended and resumed: the chain of its captured frames, and its state.
 *
 * <pre>
 *   state      | resume      | suspends   | ends | close
 *   NEW        | running     |            |      | DEAD
 *   SUSPENDED  | running     |            |      | CLOSING
 *   running    | error       | SUSPENDED  | DEAD | error
 *   CLOSING    | error       | error      | DEAD | error
 *   DEAD       | error       |            |      | DEAD
 * </pre>
 *
 * <p>A running one has a positive state, its {@link Carrier#place}; while it waits for another one
 * that it has resumed, its carrier is at a higher place.
 *
 * <p>Any thread may resume it, one at a time; of two that race one wins and the other gets the
 * error. It has no public instance methods, so that its subclasses decide what they offer.
 */
public abstract class Continuation {
  static final int NEW = 0;
  static final int SUSPENDED = -1;
  static final int CLOSING = -2;
  static final int DEAD = -3;

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
  protected Continuation() {}

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
   * Does the same for one that a single thread owns: nobody else can resume it meanwhile.
   *
   * @param continuation new or suspended
   * @param value as for {@link #resume}
   * @param prim as for {@link #resume}
   * @return as for {@link #resume}
   * @throws IllegalStateException if it is neither new nor suspended
   * @throws Throwable what the body threw; the continuation is dead then
   */
  public static Object resumeOwned(Continuation continuation, Object value, long prim)
      throws Throwable {
    Carrier carrier = CarrierTable.current().forTopLevel();
    int found = continuation.state;
    if (found != SUSPENDED && found != NEW) {
      throw notResumable(continuation);
    }
    continuation.state = carrier.place + 1;
    carrier.prim = prim;
    return Trampoline.run(carrier, continuation, value, found == NEW);
  }

  /**
   * Resumes a continuation with an exception, thrown at its suspension point.
   *
   * @param continuation new (it dies at once) or suspended
   * @param thrown the exception
   * @return as for {@link #resume}
   * @throws IllegalStateException if it is neither new nor suspended
   * @throws Throwable what the body threw; the continuation is dead then
   */
  public static Object resumeThrowing(Continuation continuation, Throwable thrown)
      throws Throwable {
    Carrier carrier = CarrierTable.current().forTopLevel();
    if (acquire(continuation, carrier) == NEW) {
      continuation.release();
      throw thrown;
    }
    carrier.throwing = true;
    return Trampoline.run(carrier, continuation, thrown, false);
  }

  /**
   * Unwinds a suspended continuation so that its {@code finally} blocks run; afterwards it is dead.
   * Does nothing to a dead one.
   *
   * @param continuation what to close
   * @throws IllegalStateException if it is running, or has resumed another one that is
   * @throws Throwable what its {@code finally} blocks threw
   */
  public static void close(Continuation continuation) throws Throwable {
    if (isDead(continuation)) {
      return;
    }
    if (!isSuspended(continuation)) {
      throw new IllegalStateException("cannot close a running coroutine");
    }
    Carrier carrier = CarrierTable.current();
    if (acquire(continuation, carrier) == NEW) {
      continuation.release();
      return;
    }
    continuation.state = CLOSING;
    Unwinding signal = new Unwinding();
    try {
      Trampoline.unwind(carrier, continuation, signal);
    } catch (Unwinding e) {
      if (e != signal) {
        throw e;
      }
    }
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
    return state > 0 && CarrierTable.isAbove(state);
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
    STATE.setRelease(this, innermost == null ? DEAD : SUSPENDED);
  }
}
