package dev.respool.loop;

import dev.respool.abi.Carrier;
import dev.respool.abi.Continuation;
import java.util.Objects;

/**
 * A task as a continuation, with the one thing that it holds for what comes next: its body, until
 * that begins; what it waits for; what it will be resumed with; at the end its outcome. It never
 * needs two of them, and a task is small.
 */
abstract class TaskCoroutine extends Continuation {
  private static final long RUN = Continuation.newStart();
  private static final long RUN_ACTION = Continuation.newStart();
  private static final long RUN_SCOPE = Continuation.newStart();
  private static final long RUN_SCOPE_ACTION = Continuation.newStart();
  private static final long PUBLISH = Continuation.newStart();
  private static final long HANDLE = Continuation.newStart();

  private static final byte VALUE = 0;
  private static final byte BITS = 1; // of a primitive value, in a Long
  private static final byte FAILURE = 2;

  private final boolean hasResult;
  private Object held;
  private byte kind; // of what it will be resumed with

  /**
   * Takes a {@link TaskBody}, a {@link TaskAction}, a {@link TaskScope} with its body, a {@link
   * Publication} or a {@link HandlerCall}.
   */
  TaskCoroutine(Object body) {
    this.held = Objects.requireNonNull(body, "the body of a task is null");
    this.hasResult =
        body instanceof TaskBody<?>
            || body instanceof TaskScope<?> scope && scope.body() instanceof ScopeBody<?, ?>;
  }

  final Object held() {
    return held;
  }

  /** What was held before is given up. */
  final void hold(Object next) {
    held = next;
  }

  /** Holds what the pending leaf returns, a reference or bits that are not 0, or throws. */
  final void deliver(Object value, long bits, Throwable thrown) {
    if (thrown != null) {
      held = thrown;
      kind = FAILURE;
    } else if (bits != 0) {
      held = bits;
      kind = BITS;
    } else {
      held = value;
      kind = VALUE;
    }
  }

  /** Runs to the next suspension, of which it returns the hand-out, or to the end. */
  final Object proceed() throws Throwable {
    Object given = held;
    held = null;
    Object out =
        switch (kind) {
          case VALUE -> Continuation.resumeHost(this, given, 0);
          case BITS -> Continuation.resumeHost(this, null, (Long) given);
          default -> Continuation.resumeHostThrowing(this, (Throwable) given);
        };
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
