package dev.respool.abi;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.ref.WeakReference;
import java.util.function.Supplier;

/**
 * What one thread carries while coroutines run on it: the flag that says "we are unwinding", the
 * token of the call in progress and the values in flight.
 *
 * <p>An activation of a method that is dormant ({@link AwakeMethods}) has {@link #DORMANT} instead,
 * which is no thread's. What generated code calls with its carrier is static for that reason.
 *
 * <p>Every field belongs to the thread; nothing here is synchronized. {@link CarrierTable} finds
 * the current thread's.
 */
public final class Carrier {
  /** After so many activations of methods that are awake, these are reviewed. */
  private static final int REVIEW = 1 << 14;

  /** After so many uses a carrier is replaced, so that it is young: see {@link #forTopLevel}. */
  private static final int USES = 4096;

  /**
   * The carrier of each activation that is dormant, on any thread. Its flag counts the threads that
   * are unwinding frames at whose callers' activations nobody has looked before: these may be
   * dormant. Others ask for their own carriers' flags in vain meanwhile.
   */
  static final Carrier DORMANT = new Carrier(-1, 1);

  private static final VarHandle SUSPENDING;

  static {
    try {
      SUSPENDING = MethodHandles.lookup().findVarHandle(Carrier.class, "suspending", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /**
   * The token of the call in progress, see {@link Site}; 0 if its caller has told nothing. The
   * callee takes it on entry.
   */
  int token;

  /**
   * Not 0 from the moment a suspension begins until the trampoline has the captured frames. An int,
   * because {@link #DORMANT} counts.
   */
  public int suspending;

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

  /**
   * How the activation was entered that has called {@link AwakeMethods#enter} last, which reads
   * this next: the method's number in the upper half and the token of the call in the lower one; 0
   * if the method is dormant.
   */
  public long entry;

  int entered;
  Object out;
  Frame first;
  Frame last;

  /** What this unwinding is going to prove, when the frames have been captured; mostly null. */
  Claim claim;

  /**
   * Whether this unwinding is counted in {@link #DORMANT}: it has looked at the stack, or has
   * captured an activation that is dormant.
   */
  boolean unwindsDormant;

  /** The exception that was last thrown into an activation; null too if it has left since. */
  WeakReference<Throwable> passed;

  /** What runs, if its state is {@link #place}; a {@link Producer} is not recorded. */
  Continuation current;

  /** The innermost continuation that runs and that an event loop has resumed; null if none does. */
  Continuation host;

  /** The innermost relay that runs; null if none does. */
  Relay relay;

  /** Names the innermost running continuation: it has this state; {@link #ground} if none runs. */
  int place;

  /**
   * The place of the innermost continuation that is being closed; {@link #ground} if none is. What
   * runs at this place may not suspend.
   */
  int closing;

  /** The place where nothing runs, see {@link CarrierTable}. */
  final int ground;

  /** The id of the thread; negative of one that has been replaced. */
  long owner;

  private int uses = USES;
  private int entriesToReview = REVIEW;

  Carrier(long owner, int ground) {
    this.owner = owner;
    this.ground = ground;
    this.place = ground;
    this.closing = ground;
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
    CarrierTable.put(fresh);
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

  boolean isRunningAny() {
    return place != ground;
  }

  /** Takes the token of the call in progress. */
  Carrier enter(long number) {
    entry = number | take() & 0xffffffffL;
    return this;
  }

  /** Reads and clears the token of the call in progress. */
  int take() {
    if (--entriesToReview < 0) {
      entriesToReview = REVIEW;
      AwakeMethods.review();
    }
    int found = token;
    token = 0;
    return found;
  }

  /**
   * Tells that a call follows that dispatches on its receiver, or that reaches one method but may
   * lack its receiver.
   *
   * @param receiver of the call; null if the call is going to fail
   * @param carrier of the calling activation
   * @param entry from {@link AwakeMethods}
   * @param point the suspension point
   */
  public static void call(Object receiver, Carrier carrier, long entry, int point) {
    if (carrier != DORMANT) {
      Class<?> type = receiver == null ? null : receiver.getClass();
      carrier.token = type == null ? 0 : Site.tell(Site.number(entry, point), type);
    }
  }

  /**
   * Tells that a call follows that has no receiver, or one that cannot be null, and no dispatch.
   *
   * @param carrier of the calling activation
   * @param entry from {@link AwakeMethods}
   * @param point the suspension point
   */
  public static void callBound(Carrier carrier, long entry, int point) {
    if (carrier != DORMANT) {
      carrier.token = Site.tell(Site.number(entry, point), Site.class);
    }
  }

  /**
   * Whether an activation has to be captured, asked behind each of its suspension points.
   *
   * @param carrier of the activation
   * @return true while its thread unwinds
   */
  public static boolean suspended(Carrier carrier) {
    return carrier.suspending != 0 && orCurrent(carrier).suspending != 0;
  }

  /** The carrier of an activation of the current thread, which may be dormant. */
  static Carrier orCurrent(Carrier carrier) {
    return carrier == DORMANT ? CarrierTable.current() : carrier;
  }

  /** From here on this unwinding may reach activations that are dormant. */
  void unwindsDormant() {
    if (!unwindsDormant) {
      unwindsDormant = true;
      SUSPENDING.getAndAdd(DORMANT, 1);
    }
  }

  /**
   * Captures an activation that was entered by a transformed method of its own class, which has
   * handed on its carrier.
   *
   * @param frame its frame, filled
   * @param carrier of the activation
   */
  public static void captureBound(Frame frame, Carrier carrier) {
    Carrier own = orCurrent(carrier);
    own.capture(frame, carrier == DORMANT);
    if (carrier == DORMANT) {
      own.unwindsDormant();
    }
  }

  /**
   * Puts the frame of an activation behind those captured before. What a dormant activation has
   * called was not told by it, so that it proves nothing.
   */
  void capture(Frame frame, boolean dormant) {
    if (dormant && claim != null && claim.callee() == last) {
      claim = null;
    }
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
   * Does something while the unwinding waits: it may load classes, and so run any code of class
   * loaders, transformed code and coroutines too.
   */
  <T> T aside(Supplier<T> action) {
    Carrier kept = new Carrier(owner, ground);
    kept.unwindingOf(this);
    unwindingOf(new Carrier(owner, ground));
    try {
      return action.get();
    } finally {
      unwindingOf(kept);
    }
  }

  /** Takes over how far an unwinding is; another thread's activations are not concerned. */
  private void unwindingOf(Carrier other) {
    token = other.token;
    suspending = other.suspending;
    throwing = other.throwing;
    prim = other.prim;
    reacquiring = other.reacquiring;
    refusal = other.refusal;
    entered = other.entered;
    out = other.out;
    first = other.first;
    last = other.last;
    claim = other.claim;
    unwindsDormant = other.unwindsDormant;
    passed = other.passed;
  }

  /** Forgets what was captured so far: the unwinding does not begin. */
  void drop() {
    first = null;
    last = null;
  }

  /**
   * Ends the unwinding: the innermost captured frame, or {@code resumed} if that suspended again by
   * itself; otherwise it is the caller of those that were captured.
   */
  Frame takeInnermost(Frame resumed) {
    suspending = 0;
    Frame innermost = first;
    if (innermost == null) {
      return resumed;
    }
    last.caller = resumed;
    drop();
    return unwindsDormant ? endLooks(innermost, resumed) : innermost;
  }

  /**
   * Draws the conclusions from an unwinding that {@link #unwindsDormant}, now that its frames are
   * linked. It has at least one, or a {@link Look}: others need not ask, so that C2 can hold in
   * registers what a call would make it store.
   */
  private Frame endLooks(Frame taken, Frame resumed) {
    endDormant();
    Frame innermost = Look.without(taken);
    if (claim != null) {
      claim.settle();
      claim = null;
    }
    noteLooks(innermost, resumed);
    return innermost;
  }

  private static void noteLooks(Frame innermost, Frame resumed) {
    for (Frame frame = innermost; frame != null; frame = frame == resumed ? null : frame.caller) {
      if (frame.isActivation()) {
        frame.method().looked();
      }
    }
  }

  private void endDormant() {
    unwindsDormant = false;
    SUSPENDING.getAndAdd(DORMANT, -1);
  }

  /**
   * Gives up an unwinding that failed, so that the exception passes through code that sees nothing
   * of it.
   */
  void abandon() {
    suspending = 0;
    throwing = false;
    refusal = null;
    reacquiring = null;
    claim = null;
    token = 0;
    out = null;
    drop();
    if (unwindsDormant) {
      endDormant();
    }
  }

  Object takeOut() {
    Object value = out;
    out = null;
    return value;
  }
}
