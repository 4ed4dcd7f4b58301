package dev.respool.abi;

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
    if (Dropped.REPORTED) {
      Dropped.suspended(fresh);
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
