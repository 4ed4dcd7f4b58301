package dev.respool.abi;

/**
 * Is told what becomes of continuations and loops while somebody records it, see {@link
 * Observation}. Whatever it does, it throws nothing and leaves the program as it is.
 */
public interface Observer {
  /** How a continuation has come to its end. */
  enum End {
    /** Its body has returned. */
    RETURNED,
    /** Its body has thrown. */
    FAILED,
    /** It was closed while it was suspended. */
    CLOSED,
    /** It was closed or cancelled before its body had begun. */
    NEVER_STARTED
  }

  /**
   * A continuation has been made.
   *
   * @param continuation new, and not in use
   * @param body what it is to run; null if it goes on where another one stands
   */
  void created(Continuation continuation, Object body);

  /**
   * It is about to run.
   *
   * @param continuation new, or with the frames of its suspension
   * @return to be handed back when it runs no more; may be null
   */
  Object runs(Continuation continuation);

  /**
   * It has run, and its frames are captured.
   *
   * @param slice what {@link #runs} returned, of this observer or of an earlier one; else null
   * @param continuation suspended
   * @param out what it hands out
   */
  void suspended(Object slice, Continuation continuation, Object out);

  /**
   * It has come to its end.
   *
   * @param slice as for {@link #suspended}
   * @param continuation without frames
   * @param end how
   * @param thrown what its body threw; null if it did not throw
   */
  void ended(Object slice, Continuation continuation, End end, Throwable thrown);

  /**
   * A suspension is refused.
   *
   * @param continuation that was to be suspended; null if it is not known
   * @param frame which cannot be captured: class, method, file and line
   * @param reason why it cannot
   * @param remedy what to do about it
   */
  void refused(Continuation continuation, String frame, String reason, String remedy);

  /**
   * A turn of an event loop begins.
   *
   * @return to be handed back at its end; may be null
   */
  Object turns();

  /**
   * A turn of an event loop has ended.
   *
   * @param turn what {@link #turns} returned, of this observer or of an earlier one; else null
   * @param steps how many tasks have run
   * @param runnable how many are runnable now
   */
  void turned(Object turn, int steps, int runnable);
}
