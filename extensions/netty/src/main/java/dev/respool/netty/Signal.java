package dev.respool.netty;

import dev.respool.Suspendable;
import dev.respool.loop.EventLoop;
import dev.respool.loop.Semaphore;

/**
 * Wakes the tasks that wait for a change of a connection. A waiter looks at the state again, as a
 * signal says only that something has happened. All calls come from the connection's event loop.
 *
 * <p>The tasks go on before {@link #fire} returns, unless a task calls it or a turn of the loop is
 * on its way. So a request is answered while the codec's objects are still in the processor's
 * caches, and without a task of Netty's.
 */
final class Signal {
  private final EventLoop loop;
  private final Runnable wakeUp = this::wakeAll;
  private Semaphore wakeUps; // null until somebody waits: nobody waits to write to most connections
  private int waiting; // since the last signal
  private int signals;

  Signal(EventLoop loop) {
    this.loop = loop;
  }

  boolean isAwaited() {
    return waiting > 0;
  }

  @Suspendable
  void await() {
    Semaphore mine = withoutPermits();
    int before = signals;
    waiting++;
    try {
      mine.acquire();
    } finally {
      if (signals == before) { // cancelled
        waiting--;
      }
    }
  }

  /** A permit is left when a waiter was woken that had been cancelled and had not gone on yet. */
  private Semaphore withoutPermits() {
    if (wakeUps == null) {
      wakeUps = new Semaphore(0);
    }
    while (wakeUps.availablePermits() > 0) {
      wakeUps.tryAcquire();
    }
    return wakeUps;
  }

  void fire() {
    if (waiting > 0) {
      loop.turn(wakeUp);
    }
  }

  private void wakeAll() {
    int woken = waiting;
    waiting = 0;
    signals++;
    for (int i = 0; i < woken; i++) {
      wakeUps.release();
    }
  }
}
