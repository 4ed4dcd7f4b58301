package dev.respool.loop;

import java.util.concurrent.atomic.AtomicReference;

/** Turns a loop on the thread of whoever calls. */
final class CallerDriver {
  /** What a thread does with the loop. One that looks into it is soon done. */
  private enum Use {
    NONE,
    DRIVES,
    LOOKS
  }

  private final Reactor reactor;
  private final AtomicReference<Use> use = new AtomicReference<>(Use.NONE);

  CallerDriver(Reactor reactor) {
    this.reactor = reactor;
  }

  /** Turns until no task is left. */
  void runUntilDone() {
    acquire();
    boolean interrupted = false;
    long outer = reactor.thread().enter();
    try {
      DeadlockException deadlock = null;
      for (reactor.turn(); goesOn(); reactor.turn()) {
        if (reactor.isIdle()) {
          if (!reactor.canBeWoken()) {
            deadlock = onDeadlock(deadlock);
          } else {
            interrupted |= sleep();
          }
        }
      }
      throwLost(deadlock);
    } finally {
      reactor.thread().leave(outer);
      reactor.close();
      use.setRelease(Use.NONE);
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** One turn, without waiting; whether tasks are left. */
  boolean runPending() {
    acquire();
    try {
      reactor.turn();
      throwLost(null);
      return goesOn();
    } finally {
      if (!reactor.hasTasks()) {
        reactor.close();
      }
      use.setRelease(Use.NONE);
    }
  }

  private boolean goesOn() {
    return reactor.hasTasks() || !reactor.isIdle();
  }

  /** An interrupt of the thread means: end. It is not a busy wait because it is consumed here. */
  private boolean sleep() {
    reactor.sleep();
    if (!Thread.interrupted()) {
      return false;
    }
    Cancellation.cancel(
        reactor.roots().all(), ", because the thread that runs its loop was interrupted");
    return true;
  }

  /**
   * The first time all are cancelled, so that they clean up; if that gets stuck too, it is over.
   */
  private DeadlockException onDeadlock(DeadlockException earlier) {
    if (earlier != null) {
      throw earlier;
    }
    DeadlockException deadlock = DeadlockException.of(reactor.roots().all());
    Cancellation.cancel(reactor.roots().all(), ", because its event loop is deadlocked");
    return deadlock;
  }

  private void throwLost(DeadlockException deadlock) {
    Throwable all = deadlock;
    for (Throwable failure : reactor.roots().takeLost()) {
      all = Failures.both(all, failure);
    }
    if (all != null) {
      throw Failures.raise(all);
    }
  }

  private void acquire() {
    if (!take(Use.DRIVES)) {
      throw new IllegalStateException(
          "this event loop is running already: one thread at a time may run it, and its own tasks"
              + " may not; wait for a task with Task.await instead");
    }
  }

  /** False if a thread drives the loop; waits while one looks into it. */
  private boolean take(Use wanted) {
    while (!use.compareAndSet(Use.NONE, wanted)) {
      if (use.get() == Use.DRIVES) {
        return false;
      }
      Thread.onSpinWait();
    }
    return true;
  }

  /**
   * Looks into the loop on the current thread, unless a thread drives it. If one wants to drive it
   * meanwhile, that one waits.
   *
   * @return whether it has done so
   */
  boolean whileNobodyDrives(Runnable look) {
    if (!take(Use.LOOKS)) {
      return false;
    }
    try {
      look.run();
      return true;
    } finally {
      use.setRelease(Use.NONE);
    }
  }
}
