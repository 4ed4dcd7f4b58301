package dev.respool.loop;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;

/**
 * A task as to how it ended, and whether somebody has taken responsibility for it. Written on the
 * loop's thread; after {@link #publish} any thread may read.
 */
abstract class TaskOutcome extends KnownTask {
  private volatile boolean done;
  private volatile CompletableFuture<Object> published; // made when first asked for
  private volatile boolean observed;
  private boolean failed;

  TaskOutcome(Reactor reactor, TaskState parent, Object body) {
    super(reactor, parent, body);
  }

  /** The body has ended; one of the two is null. */
  final void setOutcome(Object value, Throwable thrown) {
    failed = thrown != null;
    hold(failed ? thrown : value);
  }

  /** The body has returned, but the task was cancelled before its children had ended. */
  final void replaceBy(CancellationException reason) {
    if (!failed) {
      setOutcome(null, reason);
    }
  }

  /** A mere cancellation gives way to a child's failure, which nobody would see otherwise. */
  final void addFailures(List<Throwable> lost) {
    if (!lost.isEmpty() && isCancellation()) {
      Throwable cancellation = failure();
      setOutcome(null, Failures.both(lost.get(0), cancellation));
    }
    for (Throwable child : lost) {
      setOutcome(null, Failures.both(failure(), child));
    }
  }

  /** From here on any thread may read it. Who asks for the future looks whether this is over. */
  final void publish() {
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
      future.complete(held());
    }
  }

  /** Whether the task has ended; any thread. */
  final boolean isDone() {
    return done;
  }

  /** Completed when the task has ended; any thread. Never handed to programs. */
  final synchronized CompletableFuture<Object> published() {
    if (published == null) {
      CompletableFuture<Object> future = new CompletableFuture<>();
      published = future;
      if (done) {
        complete(future);
      }
    }
    return published;
  }

  /** Of a task that has ended; null if it has failed. */
  final Object result() {
    return failed ? null : held();
  }

  /** Null if the body has not failed. */
  final Throwable failure() {
    return failed ? (Throwable) held() : null;
  }

  /** Somebody will deal with a failure. */
  final void setObserved() {
    observed = true;
  }

  final boolean hasUnobservedFailure() {
    return !observed && isFailure();
  }

  /** Whether it ended by an exception other than its cancellation. */
  final boolean isFailure() {
    return failed && !isCancellation();
  }

  /** Whether it ended as it was told to by a cancellation. */
  final boolean isCancellation() {
    return failed && isCancelled() && held() instanceof CancellationException;
  }
}
