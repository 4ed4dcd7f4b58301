package dev.respool.loop;

import dev.respool.Suspendable;
import dev.respool.abi.Carrier;
import dev.respool.abi.LeafMethod;
import dev.respool.abi.Suspension;
import java.util.concurrent.CompletableFuture;

/**
 * A coroutine that an event loop runs; started by {@link Tasks#async} or {@link EventLoop#spawn}.
 *
 * <p>A task belongs to the task that started it with {@code async}, its parent. It has ended when
 * its body has and all its children have. How a body ends decides about the children: if it
 * returns, it waits for them; if it throws, or if it has returned and a child's failure has not
 * been awaited, those that still run are cancelled. A failure that somebody awaited is that one's
 * affair; one that nobody did becomes the parent's, when the parent's body has ended. It comes as
 * suppressed exception if the parent has failed already.
 *
 * <p>The failures of the children of a body that never ends are kept until it does: such a body, a
 * server's accept loop for instance, should let its children deal with their failures.
 *
 * @param <T> the result
 */
public final class Task<T> {
  private static final LeafMethod AWAIT = LeafMethod.of("await", "()Ljava/lang/Object;");

  private final TaskState state;

  Task(TaskState state) {
    this.state = state;
  }

  /**
   * Waits for the end of this task. The caller, a task of this or of another loop, takes
   * responsibility for a failure.
   *
   * @return the result
   * @throws dev.respool.CoroutineException around a checked exception; an unchecked one comes as it
   *     is
   * @throws java.util.concurrent.CancellationException if this task was cancelled, or the caller is
   * @throws IllegalStateException outside a task, or in this very task
   */
  @Suspendable
  @SuppressWarnings("unchecked")
  public T await() {
    Carrier carrier = Suspension.enter();
    TaskState self = Leaf.self("Task.await");
    if (isDone()) {
      return (T) state.take();
    }
    return Suspension.suspend(carrier, AWAIT, waitOf(self));
  }

  /** What a leaf of another task waits for. */
  Wait waitOf(TaskState waiter) {
    if (waiter == state) {
      throw new IllegalStateException(
          state + " awaits itself and would wait for ever: let another task await it");
    }
    return waiter.reactor() == state.reactor()
        ? new JoinWait(state)
        : new StageWait(toCompletableFuture());
  }

  TaskState state() {
    return state;
  }

  /**
   * Asks the task to end. Where it waits, a {@link java.util.concurrent.CancellationException} is
   * thrown, after what it waits for has been disarmed; if it does not wait, at its next call that
   * could. If it has not started yet it never does. Each call strikes once, so {@code finally}
   * blocks may wait. Its children are cancelled when its body fails by it. Does nothing to a task
   * that has ended. Any thread may call it.
   */
  public void cancel() {
    state.reactor().execute(() -> state.cancel(""));
  }

  /**
   * Whether it has ended, in whatever way. Any thread may ask.
   *
   * @return true if {@link #await} would not wait
   */
  public boolean isDone() {
    return state.isDone();
  }

  /**
   * A future for code outside the loop, which takes responsibility for a failure: it no longer
   * reaches the parent. Cancelling the future cancels the task. Any thread may call it; its
   * dependent actions run on the loop's thread.
   *
   * @return a new future; it completes with the task's result, or exceptionally with what the body
   *     threw
   */
  @SuppressWarnings("unchecked")
  public CompletableFuture<T> toCompletableFuture() {
    state.observe();
    CompletableFuture<T> future = new CompletableFuture<>();
    state
        .outcome()
        .published()
        .whenComplete(
            (value, failure) -> {
              if (failure == null) {
                future.complete((T) value);
              } else {
                future.completeExceptionally(failure);
              }
            });
    future.whenComplete(
        (value, failure) -> {
          if (future.isCancelled() && !isDone()) {
            cancel();
          }
        });
    return future;
  }

  @Override
  public String toString() {
    return state.toString();
  }
}
