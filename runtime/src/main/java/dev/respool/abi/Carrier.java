package dev.respool.abi;

import java.lang.ref.WeakReference;

/**
 * What one thread carries while coroutines run on it: the flag that says "we are unwinding", the
 * token of the call in progress and the values in flight.
 *
 * <p>Every field belongs to the thread; nothing here is synchronized. The common look-up is a table
 * indexed by the thread's id whose entry is checked against the current thread; a {@link
 * ThreadLocal} stands behind it. An entry refers to its thread weakly, so the table keeps no thread
 * alive.
 */
public final class Carrier extends WeakReference<Thread> {
  private static final int MASK = 1023;
  private static final Carrier[] TABLE = new Carrier[MASK + 1];
  private static final ThreadLocal<Carrier> OWN =
      ThreadLocal.withInitial(() -> new Carrier(Thread.currentThread()));

  /** The token of the callee of the suspension point in progress; 0 for none. */
  public int token;

  /** True from the moment a suspension begins until the trampoline has the captured frames. */
  public boolean suspending;

  /**
   * True when the value that a frame is resumed with is an exception to throw at its suspension
   * point.
   */
  public boolean throwing;

  /**
   * The primitive result in flight, widened to 64 bits; floating-point values as their raw bits.
   */
  public long prim;

  /**
   * Why the frames captured so far cannot leave the transformed method at hand; null if they can.
   */
  public RuntimeException refusal;

  int entered;
  Object out;
  Frame first;
  Frame last;
  Continuation current;

  private Carrier(Thread owner) {
    super(owner);
  }

  /**
   * The current thread's carrier.
   *
   * @return never null
   */
  public static Carrier current() {
    Thread thread = Thread.currentThread();
    Carrier carrier = TABLE[(int) thread.getId() & MASK];
    return carrier != null && carrier.refersTo(thread) ? carrier : find(thread);
  }

  private static Carrier find(Thread thread) {
    Carrier carrier = OWN.get();
    TABLE[(int) thread.getId() & MASK] = carrier;
    return carrier;
  }

  /**
   * Reads and clears the token; the first thing that a transformed method does.
   *
   * @return the token that the caller left, or 0
   */
  public int enter() {
    int found = token;
    token = 0;
    return found;
  }

  /**
   * Captures a frame again that suspends anew: links the frames captured below it to it.
   *
   * @param frame the frame that was being resumed
   * @param point its new suspension point
   */
  public void recapture(Frame frame, int point) {
    frame.point = point;
    if (last != null) {
      last.caller = frame;
      last = null;
    }
  }

  /**
   * Takes the exception that a frame is to throw at its suspension point.
   *
   * @param value the value that the frame was resumed with
   * @return the same, as an exception
   */
  public Throwable thrown(Object value) {
    throwing = false;
    return (Throwable) value;
  }

  void append(Frame frame) {
    if (last == null) {
      first = frame;
    } else {
      last.caller = frame;
    }
    last = frame;
  }

  /**
   * Ends the unwinding: the innermost captured frame, or {@code resumed} if it suspended again by
   * itself.
   */
  Frame takeInnermost(Frame resumed) {
    suspending = false;
    Frame innermost = first;
    if (innermost == null) {
      return resumed;
    }
    first = null;
    last = null;
    return innermost;
  }

  /**
   * Gives up an unwinding that failed, so that the exception passes through code that sees nothing
   * of it.
   */
  void abandon() {
    suspending = false;
    refusal = null;
    out = null;
    first = null;
    last = null;
  }

  Object takeOut() {
    Object value = out;
    out = null;
    return value;
  }
}
