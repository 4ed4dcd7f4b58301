package dev.respool.loop;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Which thread runs a loop. A thread has to see only its own stores to know whether it is the one,
 * so that a store needs no fence, which would cost more than a turn.
 */
final class LoopThread {
  private static final VarHandle RUNNER;

  static {
    try {
      RUNNER = MethodHandles.lookup().findVarHandle(LoopThread.class, "runner", Thread.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private volatile Thread runner;

  /** The thread that runs a turn, or did so last; any thread may ask. */
  Thread runner() {
    return runner;
  }

  boolean isCurrent() {
    return runner == Thread.currentThread();
  }

  /** Makes the current thread the loop's, for turns one after the other; gives the one before. */
  Thread enter() {
    Thread outer = runner;
    set(Thread.currentThread());
    return outer;
  }

  void leave(Thread outer) {
    set(outer);
  }

  private void set(Thread next) {
    if (runner != next) {
      RUNNER.setRelease(this, next);
    }
  }
}
