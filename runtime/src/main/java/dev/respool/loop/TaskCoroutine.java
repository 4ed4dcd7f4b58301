package dev.respool.loop;

import dev.respool.abi.Carrier;
import dev.respool.abi.Continuation;
import java.util.Objects;

/** A task as a continuation, with what it will be resumed with. */
abstract class TaskCoroutine extends Continuation {
  private static final long RUN = Continuation.newStart();
  private static final long RUN_ACTION = Continuation.newStart();
  private static final long RUN_SCOPE = Continuation.newStart();
  private static final long RUN_SCOPE_ACTION = Continuation.newStart();
  private static final long PUBLISH = Continuation.newStart();
  private static final long HANDLE = Continuation.newStart();

  private final boolean hasResult;
  private Object value; // the body, until that begins
  private long prim;
  private Throwable failure;

  /**
   * Takes a {@link TaskBody}, a {@link TaskAction}, a {@link TaskScope} with its body, a {@link
   * Publication} or a {@link HandlerCall}.
   */
  TaskCoroutine(Object body) {
    this.value = Objects.requireNonNull(body, "the body of a task is null");
    this.hasResult =
        body instanceof TaskBody<?>
            || body instanceof TaskScope<?> scope && scope.body() instanceof ScopeBody<?, ?>;
  }

  /** The body of a task that has not begun. */
  final Object body() {
    return value;
  }

  /** Gives up a body that has not begun. */
  final void dropBody() {
    value = null;
  }

  /** Keeps what the pending leaf returns or, if there is a failure, throws. */
  final void deliver(Object result, long primitive, Throwable thrown) {
    value = result;
    prim = primitive;
    failure = thrown;
  }

  /** Runs to the next suspension, of which it returns the hand-out, or to the end. */
  final Object proceed() throws Throwable {
    Object result = value;
    Throwable thrown = failure;
    value = null;
    failure = null;
    Object out =
        thrown == null
            ? Continuation.resumeHost(this, result, prim)
            : Continuation.resumeHostThrowing(this, thrown);
    return Continuation.isDead(this) && !hasResult ? null : out;
  }

  @Override
  @SuppressWarnings("unchecked") // a scope fits its body, a channel what is published in it
  protected final Object start(Carrier carrier, Object first) throws Throwable {
    if (first instanceof TaskBody<?> function) {
      Carrier.call(first, carrier, RUN, 0);
      return function.run();
    }
    if (first instanceof TaskAction action) {
      Carrier.call(first, carrier, RUN_ACTION, 0);
      action.run();
      return null;
    }
    if (first instanceof HandlerCall call) {
      Carrier.call(call.handler(), carrier, HANDLE, 0);
      call.handler().handle(call.connection());
      return null;
    }
    if (first instanceof Publication<?> publication) {
      Carrier.call(publication.body(), carrier, PUBLISH, 0);
      ((PublisherBody<Object>) publication.body()).run((Channel<Object>) publication.out());
      return null;
    }
    TaskScope<Object> scope = (TaskScope<Object>) first;
    if (scope.body() instanceof ScopeBody<?, ?> body) {
      Carrier.call(body, carrier, RUN_SCOPE, 0);
      return ((ScopeBody<Object, ?>) body).run(scope);
    }
    Carrier.call(scope.body(), carrier, RUN_SCOPE_ACTION, 0);
    ((ScopeAction<Object>) scope.body()).run(scope);
    return null;
  }
}
