package dev.respool.loop;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;

/**
 * How a task ended, and whether somebody has taken responsibility for it. Written on the loop's
 * thread; after {@link #publish} any thread may read.
 */
final class Outcome {
  private volatile boolean done;
  private volatile CompletableFuture<Object> published; // made when first asked for
  private volatile boolean observed;
  private boolean cancelled;
  private boolean failed;
  private Object result; // what the body returned, or what failed

  /** The body has ended; one of the two is null. */
  void set(Object value, Throwable thrown) {
    this.failed = thrown != null;
    this.result = failed ? thrown : value;
  }

  /** The task was told to end. */
  void cancelled() {
    cancelled = true;
  }

  /** The body has returned, but the task was cancelled before its children had ended. */
  void replaceBy(CancellationException reason) {
    if (!failed) {
      set(null, reason);
    }
  }

  /** A mere cancellation gives way to a child's failure, which nobody would see otherwise. */
  void add(List<Throwable> lost) {
    if (!lost.isEmpty() && isCancellation()) {
      Throwable cancellation = failure();
      set(null, Failures.both(lost.get(0), cancellation));
    }
    for (Throwable child : lost) {
      set(null, Failures.both(failure(), child));
    }
  }

  /** From here on any thread may read it. Who asks for the future looks whether this is over. */
  void publish() {
    done = true;
    CompletableFuture<Object> future = published;
    if (future != null) {
      complete(future);
    }
  }

  private void complete(CompletableFuture<Object> future) {
    if (failed) {
      future.completeExceptionally(failure());
    } else {
      future.complete(result);
    }
  }

  boolean isDone() {
    return done;
  }

  /** Completed when the task has ended; any thread. Never handed to programs. */
  synchronized CompletableFuture<Object> published() {
    if (published == null) {
      CompletableFuture<Object> future = new CompletableFuture<>();
      published = future;
      if (done) {
        complete(future);
      }
    }
    return published;
  }

  Object value() {
    return failed ? null : result;
  }

  Throwable failure() {
    return failed ? (Throwable) result : null;
  }

  /** Somebody will deal with a failure. */
  void observe() {
    observed = true;
  }

  boolean hasUnobservedFailure() {
    return !observed && isFailure();
  }

  /** Whether it ended by an exception other than its cancellation. */
  boolean isFailure() {
    return failed && !isCancellation();
  }

  /** Whether it ended as it was told to by a cancellation. */
  boolean isCancellation() {
    return cancelled && failed && result instanceof CancellationException;
  }
}
