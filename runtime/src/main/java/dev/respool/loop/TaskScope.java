package dev.respool.loop;

import dev.respool.Suspendable;
import dev.respool.abi.Carrier;
import dev.respool.abi.LeafMethod;
import dev.respool.abi.Suspension;
import java.util.Objects;

/**
 * Tasks that belong together. A block of code starts them, and all of them have ended when the
 * block has ended. What happens when one of them fails or succeeds depends on the method:
 *
 * <ul>
 *   <li>{@link #failFast}: the first failure cancels the others and the block, and is thrown.
 *   <li>{@link #firstSuccess}: the first result cancels the others and the block, and is returned.
 *   <li>{@link #supervised}: each failure goes to a handler, and the others go on.
 * </ul>
 *
 * <pre>{@code
 * String first = TaskScope.firstSuccess(scope -> {
 *   for (URI mirror : mirrors) scope.async(() -> fetch(mirror));
 * });
 * }</pre>
 *
 * <p>Scopes may be nested. The body runs as code of the calling task, so it may use what that has
 * locked. If the calling task is cancelled, the body and all tasks of the scope are cancelled.
 * Write the body of {@link #failFast} and {@link #supervised} as a block in braces: Java cannot
 * tell whether {@code scope -> call()} is to have a result.
 *
 * @param <T> what its tasks return
 */
@SuppressWarnings("overloads") // a body in braces shows which is meant
public final class TaskScope<T> {
  private static final LeafMethod FAIL_FAST =
      LeafMethod.of("failFast", "(Ldev/respool/loop/ScopeBody;)Ljava/lang/Object;");
  private static final LeafMethod FAIL_FAST_ACTION =
      LeafMethod.of("failFast", "(Ldev/respool/loop/ScopeAction;)V");
  private static final LeafMethod FIRST_SUCCESS =
      LeafMethod.of("firstSuccess", "(Ldev/respool/loop/ScopeAction;)Ljava/lang/Object;");
  private static final LeafMethod SUPERVISED =
      LeafMethod.of(
          "supervised",
          "(Ldev/respool/loop/FailureHandler;Ldev/respool/loop/ScopeBody;)Ljava/lang/Object;");
  private static final LeafMethod SUPERVISED_ACTION =
      LeafMethod.of(
          "supervised", "(Ldev/respool/loop/FailureHandler;Ldev/respool/loop/ScopeAction;)V");

  private final Object body;
  private ScopeBlock block; // null before the scope begins

  private TaskScope(Object body) {
    this.body = body;
  }

  /**
   * Runs tasks all of which are needed. If one of them fails, the body and the other tasks are
   * cancelled at once, whether somebody awaits the failed one or not.
   *
   * @param body starts the tasks
   * @param <R> its result
   * @return the body's result, when all tasks have ended
   * @throws dev.respool.CoroutineException if the first failure, of a task or of the body, is a
   *     checked exception; an unchecked exception is thrown as it is; further failures are
   *     suppressed in it
   */
  @Suspendable
  public static <R> R failFast(ScopeBody<Object, R> body) {
    Carrier carrier = Suspension.enter();
    return Suspension.suspend(carrier, FAIL_FAST, failingFast(body));
  }

  /**
   * Runs tasks all of which are needed, in a body without result.
   *
   * @param body starts the tasks
   * @see #failFast(ScopeBody)
   */
  @Suspendable
  public static void failFast(ScopeAction<Object> body) {
    Carrier carrier = Suspension.enter();
    Suspension.suspend(carrier, FAIL_FAST_ACTION, failingFast(body));
  }

  private static Wait failingFast(Object body) {
    check("TaskScope.failFast", body);
    return new ScopeWait("TaskScope.failFast", new TaskScope<>(body), FailFast::new);
  }

  /**
   * Runs tasks of which one result is enough. The first task that returns wins: the body and the
   * other tasks are cancelled, and this returns when they have ended. A result that another task
   * has all the same is dropped, and a failure goes to the loop's failure handler.
   *
   * @param body starts the tasks with {@link #async}
   * @param <T> the result
   * @return the result of the task that was first
   * @throws dev.respool.CoroutineException if all tasks have failed, and the first of them with a
   *     checked exception; an unchecked exception is thrown as it is; the other failures are
   *     suppressed in it
   * @throws IllegalStateException if the body starts no task
   */
  @Suspendable
  public static <T> T firstSuccess(ScopeAction<T> body) {
    Carrier carrier = Suspension.enter();
    check("TaskScope.firstSuccess", body);
    Wait wait = new ScopeWait("TaskScope.firstSuccess", new TaskScope<>(body), Race::new);
    return Suspension.suspend(carrier, FIRST_SUCCESS, wait);
  }

  /**
   * Runs tasks that do not depend on each other. If one of them fails and nobody awaits it, the
   * handler is told at once, and the others go on. A failure of the body cancels them.
   *
   * @param handler runs on the loop's thread
   * @param body starts the tasks
   * @param <R> its result
   * @return the body's result, when all tasks have ended
   * @throws dev.respool.CoroutineException if the body throws a checked exception; an unchecked
   *     exception is thrown as it is
   */
  @Suspendable
  public static <R> R supervised(FailureHandler handler, ScopeBody<Object, R> body) {
    Carrier carrier = Suspension.enter();
    return Suspension.suspend(carrier, SUPERVISED, supervising(handler, body));
  }

  /**
   * Runs tasks that do not depend on each other, in a body without result.
   *
   * @param handler runs on the loop's thread
   * @param body starts the tasks
   * @see #supervised(FailureHandler, ScopeBody)
   */
  @Suspendable
  public static void supervised(FailureHandler handler, ScopeAction<Object> body) {
    Carrier carrier = Suspension.enter();
    Suspension.suspend(carrier, SUPERVISED_ACTION, supervising(handler, body));
  }

  private static Wait supervising(FailureHandler handler, Object body) {
    check("TaskScope.supervised", body);
    Objects.requireNonNull(handler, "TaskScope.supervised: the handler is null");
    return new ScopeWait(
        "TaskScope.supervised",
        new TaskScope<>(body),
        (caller, scope) -> new Supervision(caller, scope, handler));
  }

  private static void check(String method, Object body) {
    Objects.requireNonNull(body, method + ": the body is null");
    Leaf.self(method);
  }

  /**
   * Starts a task of the scope. The body and the tasks of the scope may call it, until all of them
   * have ended. If the scope has been cancelled, the task does not begin.
   *
   * @param body what it runs
   * @param <U> its result
   * @return the task
   * @throws IllegalStateException if the scope has ended, or in another event loop
   */
  public <U extends T> Task<U> async(TaskBody<U> body) {
    return new Task<>(block.fork(body));
  }

  /**
   * Starts a task of the scope that has no result.
   *
   * @param body what it runs
   * @return the task
   * @throws IllegalStateException as for {@link #async(TaskBody)}
   */
  public Task<Void> async(TaskAction body) {
    return new Task<>(block.fork(body));
  }

  /** A {@link ScopeBody} or a {@link ScopeAction}. */
  Object body() {
    return body;
  }

  void begin(ScopeBlock begun) {
    block = begun;
  }
}
