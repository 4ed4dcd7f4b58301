package dev.respool.abi;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * A computation that can be suspended and resumed: the chain of its captured frames, and its state.
 *
 * <pre>
 *   state      | resume      | it resumes another | suspends   | ends | close
 *   NEW        | RUNNING     |                    |            |      | DEAD
 *   SUSPENDED  | RUNNING     |                    |            |      | CLOSING
 *   RUNNING    | error       | NORMAL, then back  | SUSPENDED  | DEAD | error
 *   CLOSING    | error       | NORMAL, then back  | error      | DEAD | error
 *   NORMAL     | error       |                    |            |      | error
 *   DEAD       | error       |                    |            |      | DEAD
 * </pre>
 *
 * <p>Any thread may resume it, one at a time; of two that race one wins and the other gets the
 * error. It has no public instance methods, so that its subclasses decide what they offer.
 */
public abstract class Continuation {
  static final int NEW = 0;
  static final int SUSPENDED = 1;
  static final int RUNNING = 2;
  static final int CLOSING = 3;
  static final int NORMAL = 4;
  static final int DEAD = 5;

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
   * Calls the body; the first resumption does it. The implementation stores the body's token into
   * the carrier, calls the body and returns its result at once, whatever it is.
   *
   * @param carrier the current thread's carrier
   * @param first the value of the first resumption
   * @return the body's result
   * @throws Throwable whatever the body throws
   */
  protected abstract Object start(Carrier carrier, Object first) throws Throwable;

  /**
   * Makes the exception for a suspension that would have to capture a frame that cannot be
   * captured.
   *
   * @param message says which frame, why and what to do
   * @return a new exception
   */
  protected abstract RuntimeException notSuspendable(String message);

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
    int state = continuation.acquire(RUNNING);
    Carrier carrier = Carrier.current();
    carrier.prim = prim;
    return Trampoline.run(carrier, continuation, value, state == NEW, false);
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
    if (continuation.acquire(RUNNING) == NEW) {
      continuation.die();
      throw thrown;
    }
    return Trampoline.run(Carrier.current(), continuation, thrown, false, true);
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
    if (continuation.state > SUSPENDED) {
      throw new IllegalStateException("cannot close a running coroutine");
    }
    if (continuation.acquire(CLOSING) == NEW) {
      continuation.die();
      return;
    }
    Unwinding signal = new Unwinding();
    try {
      Trampoline.run(Carrier.current(), continuation, signal, false, true);
    } catch (Unwinding e) {
      if (e != signal) {
        throw e;
      }
    }
  }

  /**
   * The innermost continuation that runs on the current thread.
   *
   * @return null if none does
   */
  public static Continuation current() {
    return Carrier.current().current;
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
    return continuation.state <= SUSPENDED;
  }

  /**
   * Whether it has resumed another continuation and waits for that one.
   *
   * @param continuation any
   * @return true while it does
   */
  public static boolean isNormal(Continuation continuation) {
    return continuation.state == NORMAL;
  }

  private int acquire(int next) {
    int found = state;
    if (found > SUSPENDED || !STATE.compareAndSet(this, found, next)) {
      throw new IllegalStateException(
          state == DEAD ? "cannot resume dead coroutine" : "cannot resume non-suspended coroutine");
    }
    return found;
  }

  /** Suspends: from here on another thread may resume it. */
  void park(Frame frame) {
    if (innermost != frame) {
      innermost = frame;
    }
    STATE.setRelease(this, SUSPENDED);
  }

  void die() {
    innermost = null;
    STATE.setRelease(this, DEAD);
  }
}
