package dev.respool.loop;

/**
 * One of the things that a {@link Select} waits for.
 *
 * @param <T> what it gives when it is chosen
 */
public abstract sealed class Alternative<T>
    permits ChannelAlternative, TaskAlternative, TimeoutAlternative, DefaultAlternative {
  private T value;

  Alternative() {}

  /**
   * What the alternative gave when it was last chosen: the value that was received, or the task's
   * result.
   *
   * @return null for an alternative without value, and before it was chosen
   */
  public final T value() {
    return value;
  }

  final void value(T given) {
    value = given;
  }

  /** A task is going to wait for it; throws if it may not. */
  abstract void enter(TaskState self);

  /** Whether {@link #complete} can be called now. */
  abstract boolean isReady();

  /** It is chosen before anybody has waited; throws if it has failed. */
  abstract void complete();

  /** Registers with whatever will let the select choose it. */
  abstract void arm(SelectWait select);

  /** Takes back what {@link #arm} registered; does nothing if that is over. */
  abstract void disarm();
}
