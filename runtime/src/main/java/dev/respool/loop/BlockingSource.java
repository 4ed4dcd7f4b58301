package dev.respool.loop;

import dev.respool.inspect.WaitKind;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

/**
 * Gives the values that a blocking call returns one after the other. Each call runs on a daemon
 * thread while a task waits. If that task is cancelled, the call goes on, and the next wait gets
 * its value: nothing is lost.
 *
 * @param <T> the values
 */
final class BlockingSource<T> {
  private final String name;
  private final WaitKind kind;
  private final Callable<T> call;
  private CompletableFuture<T> running; // null unless a call has begun whose value nobody has taken
  private SourceWait<T> waiter; // null unless a task waits

  /** The name says in errors what a task waits for. */
  BlockingSource(String name, WaitKind kind, Callable<T> call) {
    this.name = name;
    this.kind = kind;
    this.call = call;
  }

  WaitKind kind() {
    return kind;
  }

  /** Only one task at a time may wait. */
  void requireFree() {
    if (waiter != null) {
      throw new IllegalStateException(
          waiter.task()
              + " waits in "
              + name
              + " already, and only one task at a time may; let one task do it, or guard it with a"
              + " Mutex");
    }
  }

  CompletableFuture<T> begin(SourceWait<T> wait) {
    requireFree();
    waiter = wait;
    if (running == null) {
      running = WorkerThreads.call(call);
    }
    return running;
  }

  /** The task does not wait any more. */
  void leave(boolean taken) {
    waiter = null;
    if (taken) {
      running = null;
    }
  }

  /** Does something when no call is in progress. */
  void whenQuiet(Runnable action) {
    if (running == null) {
      action.run();
    } else {
      running.whenComplete((value, failure) -> action.run());
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
