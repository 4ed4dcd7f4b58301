package dev.respool.loop;

import dev.respool.inspect.WaitKind;

/**
 * Waits for the next value of a {@link BlockingSource}.
 *
 * @param <T> the value
 */
abstract class SourceWait<T> extends ExternalWait {
  private final BlockingSource<T> source;

  SourceWait(BlockingSource<T> source) {
    this.source = source;
  }

  /** Ends the wait with what the leaf makes of the value. */
  abstract void arrived(T value);

  @Override
  final void start() {
    source.begin(this).whenComplete((value, failure) -> ended(value, 0, failure));
  }

  @Override
  @SuppressWarnings("unchecked")
  final void deliver(Object value, long prim, Throwable failure) {
    source.leave(true);
    if (failure == null) {
      arrived((T) value);
    } else {
      fail(failure);
    }
  }

  @Override
  final void abandon() {
    source.leave(false);
  }

  @Override
  final WaitKind kind() {
    return source.kind();
  }

  @Override
  public final String toString() {
    return source.toString();
  }
}
