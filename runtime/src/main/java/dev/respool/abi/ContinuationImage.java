package dev.respool.abi;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * All of a suspended continuation, read off it; or what another one is to become.
 *
 * @param status of the continuation
 * @param head what it needs besides its frames
 * @param element that was yielded last by a {@link Producer}, if it is a reference
 * @param bits the same if it is primitive
 * @param frames innermost first
 */
public record ContinuationImage(
    Status status, ContinuationHead head, Object element, long bits, List<SavedFrame> frames) {

  /** How far it is. */
  public enum Status {
    /** It has a body and no frames. */
    NEW,
    /** It has frames. */
    SUSPENDED,
    /** It has neither. */
    DEAD
  }

  /**
   * Reads a continuation. The iterators of its for-each loops over collections are replaced by ones
   * over what is left, see {@link SavedFrame.Rest}.
   *
   * @param continuation what to read
   * @return its image; head is null if it is of a sort that cannot be saved
   * @throws IllegalStateException if it runs, or waits for one that does, or for its host
   */
  public static ContinuationImage of(Continuation continuation) {
    if (Continuation.isDead(continuation)) {
      return image(continuation, Status.DEAD, List.of());
    }
    if (!Continuation.isSuspended(continuation)) {
      throw new IllegalStateException("cannot save non-suspended coroutine");
    }
    int found = Continuation.hold(continuation);
    try {
      Status status = found == Continuation.NEW ? Status.NEW : Status.SUSPENDED;
      return image(continuation, status, frames(continuation));
    } finally {
      Continuation.letGo(continuation, found);
    }
  }

  private static ContinuationImage image(
      Continuation continuation, Status status, List<SavedFrame> frames) {
    ContinuationHead head = continuation.head();
    return continuation instanceof Producer producer
        ? new ContinuationImage(status, head, producer.element, producer.bits, frames)
        : new ContinuationImage(status, head, null, 0, frames);
  }

  private static List<SavedFrame> frames(Continuation continuation) {
    List<SavedFrame> frames = new ArrayList<>();
    String refusal = null;
    for (Frame frame = continuation.innermost; frame != null; frame = frame.caller) {
      if (frame.isActivation()) {
        frames.add(saved(frame, refusal));
        refusal = null;
      } else {
        refusal = "it has released monitors: leave synchronized code before you save";
      }
    }
    return frames;
  }

  private static SavedFrame saved(Frame frame, String refusal) {
    SuspendableCode code = frame.method().code();
    List<Object> values = new ArrayList<>();
    for (Description.Local value : code.values(frame.point)) {
      values.add(value(frame, value));
    }
    return new SavedFrame(
        code, frame.point, values, refusal == null ? code.refusal(frame.point) : refusal);
  }

  private static Object value(Frame frame, Description.Local local) {
    Object value = Cells.read(frame, local.cell(), local.descriptor());
    if (!local.isOperand()
        && local.isHidden()
        && value instanceof Iterator<?> iterator
        && HiddenIterator.canBeDrained(iterator)) {
      List<?> rest = HiddenIterator.drain(iterator);
      Cells.write(frame, local.cell(), rest.iterator());
      return new SavedFrame.Rest(rest);
    }
    return value;
  }

  /**
   * Turns a fresh continuation into one that goes on at the same point.
   *
   * @param fresh of the same sort, not started
   * @param status what it becomes
   * @param head what it needs besides its frames
   * @param element that was yielded last
   * @param bits the same if it is primitive
   * @param frames innermost first; used by nobody else
   * @throws ClassCastException if the body is not one of that sort
   */
  public static void install(
      Continuation fresh,
      Status status,
      ContinuationHead head,
      Object element,
      long bits,
      List<Frame> frames) {
    fresh.head(head);
    if (fresh instanceof Producer producer) {
      producer.element = element;
      producer.bits = bits;
    }
    Frame before = null;
    for (Frame frame : frames) {
      if (before == null) {
        fresh.innermost = frame;
      } else {
        before.caller = frame;
      }
      before = frame;
    }
    Continuation.letGo(fresh, state(status));
  }

  private static int state(Status status) {
    return switch (status) {
      case NEW -> Continuation.NEW;
      case SUSPENDED -> Continuation.SUSPENDED;
      case DEAD -> Continuation.DEAD;
    };
  }
}
