package dev.respool.loop;

import dev.respool.Suspendable;
import dev.respool.abi.Carrier;
import dev.respool.abi.LeafMethod;
import dev.respool.abi.Suspension;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;

/**
 * What a task can do: start other tasks and wait.
 *
 * <p>Call these methods from the code of a task, or of a {@code Coroutine} or {@code Generator}
 * that the task resumes: then the wait suspends both. Elsewhere they throw an {@link
 * IllegalStateException} that says so. If the calling task is cancelled, all methods that could
 * wait throw a {@link java.util.concurrent.CancellationException} from then on, except in {@link
 * #shielded(TaskBody)}.
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
  private static final LeafMethod WITH_DEADLINE =
      LeafMethod.of(
          "withDeadline", "(Ljava/time/Instant;Ldev/respool/loop/TaskBody;)Ljava/lang/Object;");
  private static final LeafMethod WITH_TIMEOUT_ACTION =
      LeafMethod.of("withTimeout", "(Ljava/time/Duration;Ldev/respool/loop/TaskAction;)V");
  private static final LeafMethod WITH_DEADLINE_ACTION =
      LeafMethod.of("withDeadline", "(Ljava/time/Instant;Ldev/respool/loop/TaskAction;)V");
  private static final LeafMethod SHIELDED =
      LeafMethod.of("shielded", "(Ldev/respool/loop/TaskBody;)Ljava/lang/Object;");
  private static final LeafMethod SHIELDED_ACTION =
      LeafMethod.of("shielded", "(Ldev/respool/loop/TaskAction;)V");

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
    if (StageWait.isDone(stage)) {
      return StageWait.now(stage);
    }
    return Suspension.suspend(carrier, AWAIT_STAGE, new StageWait(stage));
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
    Suspension.suspend(carrier, YIELD_NOW, Turn.NEXT);
  }

  /**
   * Runs something that blocks, or computes for long, on a daemon thread, while the loop goes on.
   * From Java 24 on, each call has a virtual thread. Before, at most 64 calls run at once, and
   * further calls wait.
   *
   * <p>If the calling task is cancelled before the call has ended, the task goes on at once. The
   * thread is interrupted, and a result that the call may still have is dropped.
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
   * Runs a body, but not longer than the given time. After that time the body is cancelled. The
   * call throws when the body has ended, {@code finally} blocks and children included. If the
   * calling task is cancelled, the body is cancelled in the same way.
   *
   * <p>Calls may be nested. Only the call whose time is over throws a {@link TimeoutException}. For
   * the calls inside it, the end of its time is a cancellation.
   *
   * @param limit how long; if it is zero or negative, the body does not start
   * @param body what to run; it may use what the calling task has locked
   * @param <T> its result
   * @return the body's result, also if it returned after its time
   * @throws TimeoutException if the body does not return in time, and ends because it is cancelled;
   *     if it fails in another way then, that failure is suppressed in this exception
   * @throws dev.respool.CoroutineException if the body throws a checked exception; an unchecked
   *     exception is thrown as it is
   */
  @Suspendable
  public static <T> T withTimeout(Duration limit, TaskBody<T> body) throws TimeoutException {
    Carrier carrier = Suspension.enter();
    return Suspension.suspend(carrier, WITH_TIMEOUT, within(limit, body));
  }

  /**
   * Runs a body without result, but not longer than the given time.
   *
   * @param limit how long; if it is zero or negative, the body does not start
   * @param body what to run
   * @throws TimeoutException as for {@link #withTimeout(Duration, TaskBody)}
   * @see #withTimeout(Duration, TaskBody)
   */
  @Suspendable
  public static void withTimeout(Duration limit, TaskAction body) throws TimeoutException {
    Carrier carrier = Suspension.enter();
    Suspension.suspend(carrier, WITH_TIMEOUT_ACTION, within(limit, body));
  }

  private static Wait within(Duration limit, Object body) throws TimeoutException {
    Objects.requireNonNull(limit, "Tasks.withTimeout: the limit is null");
    Objects.requireNonNull(body, "Tasks.withTimeout: the body is null");
    Leaf.self("Tasks.withTimeout");
    return TimeoutWait.of(Limit.within(limit), body);
  }

  /**
   * Runs a body, but not beyond the given time. Apart from that it is {@link #withTimeout(Duration,
   * TaskBody)}.
   *
   * @param deadline an instant of {@link #clock}, read when this is called; if that clock is set
   *     meanwhile, the deadline does not move
   * @param body what to run
   * @param <T> its result
   * @return as for {@link #withTimeout(Duration, TaskBody)}
   * @throws TimeoutException as for {@link #withTimeout(Duration, TaskBody)}
   * @throws dev.respool.CoroutineException if the body throws a checked exception
   */
  @Suspendable
  public static <T> T withDeadline(Instant deadline, TaskBody<T> body) throws TimeoutException {
    Carrier carrier = Suspension.enter();
    return Suspension.suspend(carrier, WITH_DEADLINE, until(deadline, body));
  }

  /**
   * Runs a body without result, but not beyond the given time.
   *
   * @param deadline as for {@link #withDeadline(Instant, TaskBody)}
   * @param body what to run
   * @throws TimeoutException as for {@link #withTimeout(Duration, TaskBody)}
   * @see #withDeadline(Instant, TaskBody)
   */
  @Suspendable
  public static void withDeadline(Instant deadline, TaskAction body) throws TimeoutException {
    Carrier carrier = Suspension.enter();
    Suspension.suspend(carrier, WITH_DEADLINE_ACTION, until(deadline, body));
  }

  private static Wait until(Instant deadline, Object body) throws TimeoutException {
    Objects.requireNonNull(deadline, "Tasks.withDeadline: the deadline is null");
    Objects.requireNonNull(body, "Tasks.withDeadline: the body is null");
    return TimeoutWait.of(Limit.until(deadline, Leaf.self("Tasks.withDeadline")), body);
  }

  /**
   * The clock of the calling task's loop, for deadlines. It is the system's, but in a {@link
   * TestLoop} it shows virtual time. Any thread may use it.
   *
   * @return a clock whose zone is UTC
   */
  public static Clock clock() {
    return Leaf.caller("Tasks.clock").reactor().clock().instants();
  }

  /**
   * Runs a body that does not notice whether the calling task is cancelled, before or meanwhile.
   * After the body has ended, the next method that could wait throws the cancellation. Use it in
   * {@code finally} blocks that have to wait:
   *
   * <pre>{@code
   * try {
   *   work(connection);
   * } finally {
   *   Tasks.shielded(() -> connection.write(GOODBYE));
   * }
   * }</pre>
   *
   * <p>The call waits for what the body starts with {@link #async}. It does not shield from a
   * {@link #withTimeout} that the body itself calls, so limit a body that may wait for long.
   *
   * @param body what to run; it may use what the calling task has locked
   * @param <T> its result
   * @return the body's result
   * @throws dev.respool.CoroutineException if the body throws a checked exception; an unchecked
   *     exception is thrown as it is
   */
  @Suspendable
  public static <T> T shielded(TaskBody<T> body) {
    Carrier carrier = Suspension.enter();
    return Suspension.suspend(carrier, SHIELDED, shield(body));
  }

  /**
   * Runs a body without result that does not notice whether the calling task is cancelled.
   *
   * @param body what to run
   * @see #shielded(TaskBody)
   */
  @Suspendable
  public static void shielded(TaskAction body) {
    Carrier carrier = Suspension.enter();
    Suspension.suspend(carrier, SHIELDED_ACTION, shield(body));
  }

  private static Wait shield(Object body) {
    Objects.requireNonNull(body, "Tasks.shielded: the body is null");
    Leaf.caller("Tasks.shielded");
    return new ShieldWait(body);
  }
}
