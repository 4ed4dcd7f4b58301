package dev.respool.loop;

import dev.respool.inspect.WaitKind;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Waits for a call that runs on a thread of its own. */
final class BlockingWait extends ExternalWait {
  private final Callable<?> call;
  private Future<?> running;

  BlockingWait(Callable<?> call) {
    this.call = call;
  }

  @Override
  void start() {
    running = WorkerThreads.BLOCKING.submit(this::run);
  }

  private void run() {
    Object value = null;
    Throwable failure = null;
    try {
      value = call.call();
    } catch (Throwable t) { // the task gets whatever it is
      failure = t;
    }
    ended(value, 0, failure);
  }

  @Override
  void deliver(Object value, long prim, Throwable failure) {
    super.deliver(value, prim, failure == null ? null : Failures.unchecked(failure));
  }

  @Override
  void abandon() {
    running.cancel(true);
  }

  @Override
  WaitKind kind() {
    return WaitKind.BLOCKING;
  }

  @Override
  String text(Function<Object, String> shown) {
    return "Tasks.blocking for " + shown.apply(call);
  }

  @Override
  public String toString() {
    return text(String::valueOf);
  }
}
