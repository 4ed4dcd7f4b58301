package dev.respool.netty;

import dev.respool.Suspendable;
import dev.respool.loop.Tasks;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Wakes the tasks that wait for a change of a connection. A waiter looks at the state again, as a
 * signal says only that something has happened. All calls come from the connection's event loop.
 */
final class Signal {
  private final List<CompletableFuture<Void>> waiters = new ArrayList<>();

  boolean isAwaited() {
    return !waiters.isEmpty();
  }

  @Suspendable
  void await() {
    CompletableFuture<Void> waiter = new CompletableFuture<>();
    waiters.add(waiter);
    try {
      Tasks.await(waiter);
    } finally {
      waiters.remove(waiter);
    }
  }

  void fire() {
    if (waiters.isEmpty()) {
      return;
    }
    List<CompletableFuture<Void>> woken = List.copyOf(waiters);
    waiters.clear();
    woken.forEach(waiter -> waiter.complete(null));
  }
}
