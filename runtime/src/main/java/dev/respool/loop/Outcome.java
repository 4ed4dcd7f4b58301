package dev.respool.loop;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;

/**
 * How a task ended, and whether somebody has taken responsibility for it. Written on the loop's
 * thread; after {@link #publish} any thread may read.
 */
final class Outcome {
  private final CompletableFuture<Object> published = new CompletableFuture<>();
  private volatile boolean observed;
  private boolean cancelled;
  private Object value;
  private Throwable failure;

  /** The body has ended; one of the two is null. */
  void set(Object result, Throwable thrown) {
    value = result;
    failure = thrown;
  }

  /** The task was told to end. */
  void cancelled() {
    cancelled = true;
  }

  /** The body has returned, but the task was cancelled before its children had ended. */
  void replaceBy(CancellationException reason) {
    if (failure == null) {
      failure = reason;
    }
  }

  /** A mere cancellation gives way to a child's failure, which nobody would see otherwise. */
  void add(List<Throwable> lost) {
    if (!lost.isEmpty() && isCancellation()) {
      Throwable cancellation = failure;
      failure = lost.get(0);
      Failures.both(failure, cancellation);
    }
    for (Throwable child : lost) {
      failure = Failures.both(failure, child);
    }
  }

  void publish() {
    if (failure == null) {
      published.complete(value);
    } else {
      published.completeExceptionally(failure);
    }
  }

  /** Completed when the task has ended. Never handed to programs. */
  CompletableFuture<Object> published() {
    return published;
  }

  Object value() {
    return value;
  }

  Throwable failure() {
    return failure;
  }

  /** Somebody will deal with a failure. */
  void observe() {
    observed = true;
  }

  boolean hasUnobservedFailure() {
    return failure != null && !observed && !isCancellation();
  }

  /** Whether it ended as it was told to by a cancellation. */
  boolean isCancellation() {
    return cancelled && failure instanceof CancellationException;
  }
}
