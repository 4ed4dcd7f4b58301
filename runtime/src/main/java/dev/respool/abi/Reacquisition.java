package dev.respool.abi;

import java.util.ArrayList;
import java.util.List;

/**
 * Stands in front of the frames of a continuation some of which gave up monitors, and has them
 * taken back, the outermost first, before anything continues.
 *
 * <p>Monitors are entered and exited by one activation each (JVMS 2.11.10), so a frame that gave
 * some up is resumed before those that it has called: it enters its monitors and lets its callees
 * continue by {@link #inside}, on top of it. Frames without monitors stay on the heap as always.
 *
 * <p>The innermost frames of methods that were compiled for debuggers are resumed in the same way,
 * so that the stack shows who called whom, and a step out of a method ends in its caller.
 *
 * <p>Once it has run it hands on what it gets; the next resumption drops it.
 */
public final class Reacquisition extends NoActivation {
  /** More are not shown, because a coroutine may be deeper than the stack has room for. */
  private static final int MOST_SHOWN = 200;

  /** Those that are resumed before what they have called, innermost first. */
  private List<Frame> holders = new ArrayList<>(2);

  /** Those of them that gave up monitors. */
  private List<Frame> released = List.of();

  /** How many of them have not been entered. */
  private int waiting;

  private Object value;
  private MonitorWatch.Wait wait;

  private Reacquisition() {}

  /**
   * Notes that an activation that suspends has given up monitors.
   *
   * @param frame its frame, which is captured next if this is not done yet
   * @param carrier of the activation
   */
  public static void released(Frame frame, Carrier carrier) {
    Reacquisition front = inFront(Carrier.orCurrent(carrier));
    front.holders.add(frame);
    if (front.released.isEmpty()) {
      front.released = new ArrayList<>(2);
    }
    front.released.add(frame);
  }

  /**
   * Notes that an activation suspends which debuggers are to see on the stack when it is resumed.
   *
   * @param frame its frame, which is captured next if this is not done yet
   * @param carrier of the activation
   */
  public static void shown(Frame frame, Carrier carrier) {
    Reacquisition front = inFront(Carrier.orCurrent(carrier));
    if (front.holders.size() - front.released.size() < MOST_SHOWN) {
      front.holders.add(frame);
    }
  }

  /** The activations of a suspended continuation that have given up monitors, innermost first. */
  static List<Frame> holders(Continuation suspended) {
    List<Frame> found = new ArrayList<>();
    for (Frame frame = suspended.innermost; frame != null; frame = frame.caller) {
      if (frame instanceof Reacquisition reacquisition) {
        found.addAll(reacquisition.released);
      }
    }
    return found;
  }

  private static Reacquisition inFront(Carrier carrier) {
    if (carrier.first instanceof Reacquisition already) {
      return already;
    }
    Reacquisition added = new Reacquisition();
    added.caller = carrier.first;
    carrier.first = added;
    if (carrier.last == null) {
      carrier.last = added;
    }
    return added;
  }

  /**
   * Continues what an activation has called, now that it has its monitors.
   *
   * @param carrier the current thread's carrier
   * @param holder the frame of that activation
   * @return what the pending call returns, or, if {@link Carrier#throwing}, the exception that it
   *     throws; anything if the callees have suspended again
   */
  public static Object inside(Carrier carrier, Frame holder) {
    Reacquisition reacquisition = carrier.reacquiring;
    carrier.reacquiring = null;
    return reacquisition.continueInside(carrier, holder);
  }

  /**
   * Continues what an activation has called that debuggers see on the stack.
   *
   * @param carrier the current thread's carrier
   * @param holder the frame of that activation
   * @param value what it is resumed with
   * @return as {@link #inside}; the value if what it has called is over, or was copied without it
   */
  public static Object below(Carrier carrier, Frame holder, Object value) {
    return carrier.reacquiring == null ? value : inside(carrier, holder);
  }

  /** With the value that the innermost activation is resumed with. */
  @Override
  public Object resume(Carrier carrier, Object resumedWith) {
    if (holders.isEmpty()) {
      return resumedWith;
    }
    value = resumedWith;
    waiting = holders.size();
    Frame outermost = holders.get(waiting - 1);
    wait = released.isEmpty() ? null : MonitorWatch.begin(released.get(released.size() - 1));
    Object result;
    try {
      result = enterNext(carrier);
    } finally {
      endWait();
    }
    holders = List.of();
    released = List.of();
    caller = carrier.suspending != 0 ? outermost : outermost.caller;
    return result;
  }

  /** All monitors are there, or will not be needed. */
  private void endWait() {
    if (wait != null) {
      wait.end();
    }
  }

  private Object enterNext(Carrier carrier) {
    carrier.reacquiring = this;
    waiting--;
    return proceed(carrier, holders.get(waiting), null);
  }

  private Object continueInside(Carrier carrier, Frame holder) {
    Object result;
    Frame frame;
    if (waiting > 0) {
      frame = holders.get(waiting - 1);
      result = enterNext(carrier);
    } else {
      endWait();
      frame = caller;
      if (frame == holder) {
        return value;
      }
      result = proceed(carrier, frame, value);
    }
    while (carrier.suspending == 0 && frame.caller != holder) {
      frame = frame.caller;
      result = proceed(carrier, frame, result);
    }
    if (carrier.suspending != 0) {
      keep(carrier, frame, holder);
    }
    return result;
  }

  /** Continues a frame and gives its result, or, if {@link Carrier#throwing}, its exception. */
  private static Object proceed(Carrier carrier, Frame frame, Object value) {
    try {
      return frame.resume(carrier, value);
    } catch (Throwable t) {
      carrier.reacquiring = null;
      carrier.throwing = true;
      return LogicalTrace.complete(t, carrier, frame);
    }
  }

  /** The activations from one that has suspended to below the holder belong to the captured. */
  private static void keep(Carrier carrier, Frame suspended, Frame holder) {
    Frame frame = suspended;
    while (frame != holder) {
      Frame next = frame.caller;
      if (frame.isActivation() || frame instanceof Relay) {
        carrier.append(frame);
      }
      frame = next;
    }
  }
}
