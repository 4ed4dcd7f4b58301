package dev.respool.loop;

import dev.respool.abi.Carrier;
import dev.respool.abi.Continuation;
import dev.respool.abi.Token;
import java.util.Objects;

/** The continuation of one task, with what it will be resumed with. */
final class TaskCoroutine extends Continuation {
  private static final int RUN = Token.of("run", "()Ljava/lang/Object;");
  private static final int RUN_ACTION = Token.of("run", "()V");

  private final boolean hasResult;
  private Object body; // null once it has begun
  private TaskState task;
  private Object value;
  private long prim;
  private Throwable failure;

  /** Takes a {@link TaskBody} or a {@link TaskAction}. */
  TaskCoroutine(Object body) {
    this.body = Objects.requireNonNull(body, "the body of a task is null");
    this.hasResult = body instanceof TaskBody<?>;
  }

  void belongTo(TaskState owner) {
    task = owner;
  }

  TaskState task() {
    return task;
  }

  /** Keeps what the pending leaf returns or, if there is a failure, throws. */
  void deliver(Object result, long primitive, Throwable thrown) {
    value = result;
    prim = primitive;
    failure = thrown;
  }

  /** Runs to the next suspension, of which it returns the hand-out, or to the end. */
  Object proceed() throws Throwable {
    Object result = value;
    Throwable thrown = failure;
    value = null;
    failure = null;
    Object out =
        thrown == null
            ? Continuation.resumeOwned(this, result, prim)
            : Continuation.resumeThrowing(this, thrown);
    return Continuation.isDead(this) && !hasResult ? null : out;
  }

  @Override
  protected Object start(Carrier carrier, Object first) throws Throwable {
    Object begun = body;
    body = null;
    if (begun instanceof TaskBody<?> function) {
      Carrier.call(begun, carrier, RUN);
      return function.run();
    }
    Carrier.call(begun, carrier, RUN_ACTION);
    ((TaskAction) begun).run();
    return null;
  }
}
