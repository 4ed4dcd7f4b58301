package dev.respool.abi;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MutableCallSite;
import java.util.Collection;

/**
 * Who is told what becomes of continuations and loops: an {@link Observer}, or nobody, as in most
 * programs.
 *
 * <p>The target of a call site says who. C2 takes it for a constant wherever it is read, so that
 * the calls below are compiled to nothing, not even a read, while there is nobody. When the target
 * changes, HotSpot throws away the code that relied on it.
 *
 * <p>What records is found by name, and begins to look when this class is initialised, with the
 * first continuation. It may be missing together with the module {@code jdk.jfr}.
 */
public final class Observation {
  private static final String RECORDING = "dev.respool.jfr.FlightRecording";
  private static final MethodHandle NOBODY = MethodHandles.constant(Object.class, null);
  private static final MutableCallSite SITE = new MutableCallSite(NOBODY);

  static {
    try {
      Class.forName(RECORDING, true, Observation.class.getClassLoader());
    } catch (ClassNotFoundException | LinkageError e) {
      // There is no Flight Recorder in this JVM, so nothing can be recorded.
    }
  }

  private Observation() {}

  /**
   * Replaces the observer; any thread. Other threads tell the new one soon.
   *
   * @param observer whom to tell; null if nobody
   */
  public static void set(Observer observer) {
    SITE.setTarget(observer == null ? NOBODY : MethodHandles.constant(Object.class, observer));
    MutableCallSite.syncAll(new MutableCallSite[] {SITE});
  }

  /** Compares before it calls: to call a method handle takes long where it is interpreted. */
  private static Observer current() {
    MethodHandle told = SITE.getTarget();
    return told == NOBODY ? null : observer(told);
  }

  private static Observer observer(MethodHandle told) {
    try {
      return (Observer) (Object) told.invokeExact();
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }

  /**
   * Tells of a continuation that was made.
   *
   * @param continuation new
   * @param body what it is to run; null if it goes on where another one stands
   */
  public static void created(Continuation continuation, Object body) {
    Observer observer = current();
    if (observer != null) {
      observer.created(continuation, body);
    }
  }

  /** Tells that a continuation is about to run. */
  static Object runs(Continuation continuation, Carrier carrier) {
    Observer observer = current();
    return observer == null ? null : runs(observer, continuation, carrier);
  }

  /**
   * What the observer does may load classes, and so run any code: it sees nothing of what is in
   * flight.
   */
  private static Object runs(Observer observer, Continuation continuation, Carrier carrier) {
    boolean throwing = carrier.throwing;
    long prim = carrier.prim;
    carrier.throwing = false;
    Object slice = observer.runs(continuation);
    carrier.throwing = throwing;
    carrier.prim = prim;
    return slice;
  }

  /** Tells that it runs no more: it has frames if it is suspended. */
  static void ran(Object slice, Continuation continuation, Carrier carrier) {
    Observer observer = current();
    if (observer != null) {
      ran(observer, slice, continuation, carrier);
    }
  }

  private static void ran(
      Observer observer, Object slice, Continuation continuation, Carrier carrier) {
    Object out = carrier.out;
    long prim = carrier.prim;
    carrier.out = null;
    try {
      if (continuation.innermost == null) {
        observer.ended(slice, continuation, Observer.End.RETURNED, null);
      } else {
        observer.suspended(slice, continuation, out);
      }
    } catch (Throwable e) { // such as a full stack: the continuation has run all the same
    }
    carrier.out = out;
    carrier.prim = prim;
  }

  /** Tells that it has ended by an exception. */
  static void failed(Object slice, Continuation continuation, Throwable thrown) {
    Observer observer = current();
    if (observer != null) {
      failed(observer, slice, continuation, thrown);
    }
  }

  private static void failed(
      Observer observer, Object slice, Continuation continuation, Throwable thrown) {
    boolean closed = thrown instanceof Unwinding;
    Observer.End end = closed ? Observer.End.CLOSED : Observer.End.FAILED;
    try {
      observer.ended(slice, continuation, end, closed ? null : thrown);
    } catch (Throwable e) { // what it has thrown counts more
    }
  }

  /**
   * Tells that a continuation will never be started.
   *
   * @param continuation new
   */
  public static void discarded(Continuation continuation) {
    Observer observer = current();
    if (observer != null) {
      observer.ended(null, continuation, Observer.End.NEVER_STARTED, null);
    }
  }

  /** Tells that the running continuation was to be suspended and cannot. */
  static void refused(String frame, Obstacle obstacle) {
    Observer observer = current();
    if (observer != null) {
      Continuation running = CarrierTable.current().running();
      observer.refused(running, frame, obstacle.reason(), obstacle.remedy());
    }
  }

  /**
   * Tells that a turn of an event loop begins.
   *
   * @return to be handed back at its end
   */
  public static Object turns() {
    Observer observer = current();
    return observer == null ? null : observer.turns();
  }

  /**
   * Tells that a turn of an event loop has ended.
   *
   * @param turn from {@link #turns}
   * @param steps how many tasks have run
   * @param runnable what is runnable now
   */
  public static void turned(Object turn, int steps, Collection<?> runnable) {
    Observer observer = current();
    if (observer != null) {
      observer.turned(turn, steps, runnable.size());
    }
  }
}
