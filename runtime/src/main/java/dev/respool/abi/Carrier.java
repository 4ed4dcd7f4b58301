package dev.respool.abi;

import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What one thread carries while coroutines run on it: the flag that says "we are unwinding", the
 * token of the call in progress and the values in flight.
 *
 * <p>Every field belongs to the thread; nothing here is synchronized. The common look-up is a table
 * indexed by the thread's id whose entry is checked against that id; a {@link ThreadLocal} stands
 * behind it. An entry knows its thread by the id only, which is never used again, so the table
 * keeps no thread alive.
 */
public final class Carrier {
  private static final int MASK = 1023;
  private static final Carrier[] TABLE = new Carrier[MASK + 1];
  private static final ThreadLocal<Carrier> OWN = ThreadLocal.withInitial(Carrier::make);

  /** How deep continuations may be nested before the places of two threads may coincide. */
  private static final int PLACES = 1 << 12;

  private static final AtomicInteger MADE = new AtomicInteger();

  /** After so many uses a carrier is replaced, so that it is young: see {@link #forTopLevel}. */
  private static final int USES = 4096;

  /**
   * What the caller knows about the call in progress, see {@link Token}: the token of the callee in
   * the upper half, the hash of the receiver's class in the lower one; 0 for none.
   */
  public long token;

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

  /** What takes back the monitors of the frame that is resumed, until it has them; else null. */
  public Reacquisition reacquiring;

  /**
   * Why the frames captured so far cannot leave the transformed method at hand; null if they can.
   */
  RuntimeException refusal;

  long entered;
  Object out;
  Frame first;
  Frame last;

  /** The exception that was last thrown into an activation; null too if it has left since. */
  WeakReference<Throwable> passed;

  /** What runs, if its state is {@link #place}; a {@link Producer} is not recorded. */
  Continuation current;

  /** Names the innermost running continuation: it has this state; {@link #ground} if none runs. */
  int place;

  /**
   * The place of the innermost continuation that is being closed; {@link #ground} if none is. What
   * runs at this place may not suspend.
   */
  int closing;

  private final int ground;
  private long owner;
  private int uses = USES;

  private Carrier(long owner, int ground) {
    this.owner = owner;
    this.ground = ground;
    this.place = ground;
    this.closing = ground;
  }

  /**
   * The current thread's carrier.
   *
   * @return never null
   */
  public static Carrier current() {
    long id = id(Thread.currentThread());
    Carrier carrier = TABLE[(int) id & MASK];
    return carrier != null && carrier.owner == id ? carrier : find();
  }

  private static Carrier find() {
    Thread thread = Thread.currentThread();
    requireOwnId(thread);
    Carrier carrier = OWN.get();
    TABLE[(int) id(thread) & MASK] = carrier;
    return carrier;
  }

  private static Carrier make() {
    int number = MADE.incrementAndGet() & (Integer.MAX_VALUE / PLACES);
    return new Carrier(id(Thread.currentThread()), number * PLACES + 1);
  }

  @SuppressWarnings("deprecation") // Thread.threadId is of Java 19
  private static long id(Thread thread) {
    return thread.getId();
  }

  private static void requireOwnId(Thread thread) {
    try {
      Class<?> declarer = thread.getClass().getMethod("getId").getDeclaringClass();
      if (declarer != Thread.class && !declarer.getName().startsWith("java.lang.")) {
        throw new IllegalStateException(
            declarer.getName()
                + " overrides Thread.getId, by which Respool tells threads apart: remove the"
                + " override, or run coroutines on another thread");
      }
    } catch (NoSuchMethodException e) {
      throw new AssertionError(e);
    }
  }

  /**
   * The carrier to resume with on a thread of which this is the carrier.
   *
   * <p>A reference stored into an old object costs G1 a fence, in a young one nothing; and the
   * resumption stores some into the carrier. So it is replaced before it gets old, where nothing
   * runs that could hold it.
   */
  Carrier forTopLevel() {
    return place != ground || --uses > 0 ? this : renewed();
  }

  private Carrier renewed() {
    Carrier fresh = new Carrier(owner, ground);
    OWN.set(fresh);
    TABLE[(int) owner & MASK] = fresh;
    owner = -1;
    return fresh;
  }

  /** The innermost running continuation; null if none runs, or one that is not recorded. */
  Continuation running() {
    Continuation recorded = current;
    return recorded != null && (recorded.state == place || isClosing()) ? recorded : null;
  }

  /** Whether what runs at this place is being closed, or nothing runs. */
  boolean isClosing() {
    return place == closing;
  }

  /** Whether the carrier that has the given place is at a higher one now. */
  static boolean isAbove(int given) {
    int ground = (given - 1) / PLACES * PLACES + 1;
    Carrier own = current();
    if (own.ground == ground) {
      return own.place > given;
    }
    for (Carrier carrier : TABLE) {
      if (carrier != null && carrier.ground == ground) {
        return carrier.place > given;
      }
    }
    return false;
  }

  boolean isRunningAny() {
    return place != ground;
  }

  /**
   * Reads and clears the token; the first thing that a transformed method does.
   *
   * @return the token that the caller left, or 0
   */
  public long enter() {
    long found = token;
    token = 0;
    return found;
  }

  /**
   * Leaves the token of a call that dispatches on its receiver.
   *
   * @param receiver of the call; null if the call is going to fail
   * @param carrier the current thread's carrier
   * @param token the callee's
   */
  public static void call(Object receiver, Carrier carrier, int token) {
    carrier.token = receiver == null ? 0 : Token.dispatched(token, receiver.getClass());
  }

  /**
   * Leaves the token of a call that no dispatch can lead elsewhere; nothing is left of one that is
   * going to fail, for somebody else to find.
   *
   * @param receiver of the call; null if the call is going to fail
   * @param carrier the current thread's carrier
   * @param token the callee's
   */
  public static void callBound(Object receiver, Carrier carrier, int token) {
    carrier.token = receiver == null ? 0 : (long) token << 32;
  }

  /**
   * Captures an activation: puts its frame behind those captured before, and decides whether its
   * caller can be captured too. If not, {@link #refusal} says why; the activation must return
   * {@link Trampoline#dummy} once its frame is filled.
   *
   * @param frame a new frame
   * @param token the token that the activation was entered with
   */
  public void capture(Frame frame, long token) {
    append(frame);
    frame.method().verify(this, token);
  }

  /**
   * Captures an activation that was entered by a transformed method of its own class.
   *
   * @param frame a new frame
   */
  public void captureBound(Frame frame) {
    append(frame);
  }

  /**
   * Takes the exception that a frame is to throw at its suspension point.
   *
   * @param value the value that the frame was resumed with
   * @return the same, as an exception
   */
  public Throwable thrown(Object value) {
    throwing = false;
    Throwable thrown = (Throwable) value;
    passed = new WeakReference<>(thrown);
    return thrown;
  }

  /** How many continuations run, one within the other. */
  int depth() {
    return place - ground;
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
   * Ends the unwinding: the innermost captured frame, or {@code resumed} if that suspended again by
   * itself; otherwise it is the caller of those that were captured.
   */
  Frame takeInnermost(Frame resumed) {
    suspending = false;
    Frame innermost = first;
    if (innermost == null) {
      return resumed;
    }
    last.caller = resumed;
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
    throwing = false;
    refusal = null;
    reacquiring = null;
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
