package dev.respool.loop;

import dev.respool.Suspendable;
import dev.respool.abi.Carrier;
import dev.respool.abi.LeafMethod;
import dev.respool.abi.Suspension;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;

/**
 * What a task can do: start other tasks and wait.
 *
 * <p>Call these methods from the code of a task, but not inside a {@code Coroutine} or {@code
 * Generator} that the task runs. Elsewhere they throw an {@link IllegalStateException} that says
 * so. If the calling task is cancelled, the methods that wait throw a {@link
 * java.util.concurrent.CancellationException}.
 */
public final class Tasks {
  private static final LeafMethod AWAIT_TASK =
      LeafMethod.of("await", "(Ldev/respool/loop/Task;)Ljava/lang/Object;");
  private static final LeafMethod AWAIT_STAGE =
      LeafMethod.of("await", "(Ljava/util/concurrent/CompletionStage;)Ljava/lang/Object;");
  private static final LeafMethod SLEEP = LeafMethod.of("sleep", "(Ljava/time/Duration;)V");
  private static final LeafMethod YIELD_NOW = LeafMethod.of("yieldNow", "()V");
  private static final LeafMethod BLOCKING =
      LeafMethod.of("blocking", "(Ljava/util/concurrent/Callable;)Ljava/lang/Object;");
  private static final LeafMethod WITH_TIMEOUT =
      LeafMethod.of(
          "withTimeout", "(Ljava/time/Duration;Ldev/respool/loop/TaskBody;)Ljava/lang/Object;");

  private Tasks() {}

  /**
   * Starts a child of the calling task. It first runs when the caller waits.
   *
   * @param body what it runs
   * @param <T> its result
   * @return the child
   */
  public static <T> Task<T> async(TaskBody<T> body) {
    return new Task<>(child(body));
  }

  /**
   * Starts a child of the calling task that has no result.
   *
   * @param body what it runs
   * @return the child
   */
  public static Task<Void> async(TaskAction body) {
    return new Task<>(child(body));
  }

  private static TaskState child(Object body) {
    TaskState parent = Leaf.caller("Tasks.async");
    return parent.reactor().start(body, parent);
  }

  /**
   * Waits for the end of a task.
   *
   * @param task what to wait for
   * @param <T> its result
   * @return its result
   * @see Task#await
   */
  @Suspendable
  @SuppressWarnings("unchecked")
  public static <T> T await(Task<T> task) {
    Carrier carrier = Suspension.enter();
    Objects.requireNonNull(task, "Tasks.await: the task is null");
    TaskState self = Leaf.self("Tasks.await");
    if (task.isDone()) {
      return (T) task.state().take();
    }
    return Suspension.suspend(carrier, AWAIT_TASK, task.waitOf(self));
  }

  /**
   * Waits for a future, whoever completes it, in whatever thread.
   *
   * @param stage what to wait for
   * @param <T> its result
   * @return its result
   * @throws dev.respool.CoroutineException if the stage failed with a checked exception; an
   *     unchecked exception is thrown as it is, without the stage's {@code CompletionException}
   */
  @Suspendable
  public static <T> T await(CompletionStage<T> stage) {
    Carrier carrier = Suspension.enter();
    Objects.requireNonNull(stage, "Tasks.await: the stage is null");
    Leaf.self("Tasks.await");
    if (isDone(stage)) {
      return now(stage);
    }
    return Suspension.suspend(carrier, AWAIT_STAGE, new StageWait(stage));
  }

  /** Only an ordinary future may be asked: a subclass need not answer, a minimal stage throws. */
  private static boolean isDone(CompletionStage<?> stage) {
    return stage.getClass() == CompletableFuture.class && ((CompletableFuture<?>) stage).isDone();
  }

  private static <T> T now(CompletionStage<T> done) {
    try {
      return done.toCompletableFuture().join();
    } catch (RuntimeException e) {
      throw Failures.raise(Failures.ofStage(e));
    }
  }

  /**
   * Waits for some time.
   *
   * @param duration how long, measured by a clock that never goes back; if it is zero or negative,
   *     the other runnable tasks have their turn
   */
  @Suspendable
  public static void sleep(Duration duration) {
    Carrier carrier = Suspension.enter();
    Objects.requireNonNull(duration, "Tasks.sleep: the duration is null");
    Leaf.self("Tasks.sleep");
    Suspension.suspend(carrier, SLEEP, new SleepWait(duration));
  }

  /** Lets all tasks that are runnable now run before the calling one goes on. */
  @Suspendable
  public static void yieldNow() {
    Carrier carrier = Suspension.enter();
    Leaf.self("Tasks.yieldNow");
    Suspension.suspend(carrier, YIELD_NOW, new Turn());
  }

  /**
   * Runs something that blocks, or computes for long, on a daemon thread, while the loop goes on.
   * From Java 24 on, each call has a virtual thread. Before, at most 64 calls run at once, and
   * further calls wait.
   *
   * <p>If the calling task is cancelled, it goes on at once. The thread is interrupted, and the
   * result of the call is dropped.
   *
   * @param call runs outside the loop: it may not use the loop's tasks and channels
   * @param <T> its result
   * @return its result
   * @throws dev.respool.CoroutineException if the call throws a checked exception; an unchecked
   *     exception is thrown as it is
   */
  @Suspendable
  public static <T> T blocking(Callable<T> call) {
    Carrier carrier = Suspension.enter();
    Objects.requireNonNull(call, "Tasks.blocking: the call is null");
    Leaf.self("Tasks.blocking");
    return Suspension.suspend(carrier, BLOCKING, new BlockingWait(call));
  }

  /**
   * Runs a body as a child of the calling task and waits for it, but not longer than the given
   * time. After that time the child is cancelled. The call throws when the child has ended, {@code
   * finally} blocks included. If the calling task is cancelled, the child is cancelled in the same
   * way.
   *
   * @param limit how long; if it is zero or negative, the body does not start
   * @param body what to run
   * @param <T> its result
   * @return the body's result
   * @throws TimeoutException if the body does not end in time; if the body fails when it is
   *     cancelled, that failure is suppressed in this exception
   * @throws dev.respool.CoroutineException if the body throws a checked exception; an unchecked
   *     exception is thrown as it is
   */
  @Suspendable
  public static <T> T withTimeout(Duration limit, TaskBody<T> body) throws TimeoutException {
    Carrier carrier = Suspension.enter();
    Objects.requireNonNull(limit, "Tasks.withTimeout: the limit is null");
    Objects.requireNonNull(body, "Tasks.withTimeout: the body is null");
    Leaf.self("Tasks.withTimeout");
    if (limit.isNegative() || limit.isZero()) {
      throw TimeoutWait.exceeded(limit);
    }
    return Suspension.suspend(carrier, WITH_TIMEOUT, new TimeoutWait(limit, body));
  }
}
