package dev.respool.loop;

import dev.respool.Suspendable;
import dev.respool.abi.Carrier;
import dev.respool.abi.LeafMethod;
import dev.respool.abi.Suspension;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/**
 * A coroutine that an event loop runs; started by {@link Tasks#async} or {@link EventLoop#spawn}.
 *
 * <p>A task that another task starts with {@code async} is its child. A task has ended when its
 * body and all its children have ended. How the body ends decides about the children:
 *
 * <ul>
 *   <li>If the body returns, the task waits for its children.
 *   <li>If the body throws, the children that still run are cancelled.
 *   <li>If the body has returned and a child fails that nobody awaits, the other children are
 *       cancelled.
 * </ul>
 *
 * <p>If somebody awaits a task, that one deals with its failure. If nobody waits when the task
 * fails, the loop's {@linkplain EventLoop#setFailureHandler failure handler} is told at once. Who
 * awaits the task later still gets the failure. If nobody has, the parent fails with it when the
 * parent's body has ended, or has it suppressed in a failure of its own. A parent keeps the first
 * such failure and the number of the others. To decide otherwise, start tasks in a {@link
 * TaskScope}.
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
   * @throws dev.respool.CoroutineException if this task failed with a checked exception; an
   *     unchecked exception is thrown as it is
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
   * Gives the task a name, which messages, dumps and inspections show. Any thread may call this.
   *
   * @param name for people; need not be unique
   * @return this task
   */
  public Task<T> named(String name) {
    Objects.requireNonNull(name, "the name of a task is null");
    state.reactor().execute(() -> state.setName(name));
    return this;
  }

  /**
   * Cancels the task. If it waits, the wait ends, and the waiting method throws a {@link
   * java.util.concurrent.CancellationException}. If it does not wait, the next method that could
   * wait throws it. If it has not started yet, it never starts.
   *
   * <p>The task stays cancelled until it has ended, so each further method that could wait throws,
   * too. A {@code finally} block that has to wait does so in {@link Tasks#shielded(TaskBody)}. When
   * the body ends, the children are cancelled.
   *
   * <p>If the wait has succeeded before the cancellation, the task still gets its result: a value
   * that was received or a connection that was accepted is not lost. Cancelling a task that has
   * ended does nothing. Any thread may call this.
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
   * A future for code outside the loop. That code takes responsibility for a failure, which then
   * does not reach the parent. If you cancel the future, the task is cancelled. Any thread may call
   * this. The future's dependent actions run on the loop's thread.
   *
   * @return a new future; it completes with the task's result, or exceptionally with what the body
   *     threw
   */
  @SuppressWarnings("unchecked")
  public CompletableFuture<T> toCompletableFuture() {
    state.observe();
    CompletableFuture<T> future = new CompletableFuture<>();
    state
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
