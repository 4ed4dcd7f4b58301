package dev.respool.loop;

import java.util.concurrent.CancellationException;

/**
 * Waits for an operation that ends outside the loop: a future, a file operation, a blocking call.
 * While it does, the loop may wait for ever.
 */
abstract class ExternalWait extends Wait {
  private Reactor reactor;
  private volatile boolean ended;

  /** Starts the operation, whose end calls {@link #ended}; leaves nothing if it throws. */
  abstract void start() throws Exception;

  /** The task no longer wants the result: stops the operation if that is possible. */
  void abandon() {}

  /** A result came that the task no longer wants. */
  void discard(Object value) {}

  /** On the loop's thread, with the result that {@link #ended} was given. */
  void deliver(Object value, long prim, Throwable failure) {
    if (failure == null) {
      end(value, prim, null);
    } else {
      fail(failure);
    }
  }

  /** The operation has ended; any thread. */
  final void ended(Object value, long prim, Throwable failure) {
    ended = true;
    reactor.post(
        () -> {
          if (isOver()) {
            discard(value);
          } else {
            reactor.operationEnds();
            deliver(value, prim, failure);
          }
        });
  }

  @Override
  final void arm() throws Exception {
    reactor = task().reactor();
    start();
    reactor.operationBegins();
  }

  /** A result that is on its way is delivered. */
  @Override
  void cancel(CancellationException reason) {
    if (!ended) {
      super.cancel(reason);
    }
  }

  @Override
  final void disarm() {
    reactor.operationEnds();
    abandon();
  }
}
