package dev.respool.loop;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.ref.WeakReference;

/**
 * Which thread runs a loop, by its id. A thread has to see only its own stores to know whether it
 * is the one, so that a store needs no fence, which would cost more than a turn; nor has it one of
 * the garbage collector's, as a reference to the thread had.
 */
final class LoopThread {
  private static final VarHandle RUNNER;
  private static final long NOBODY = 0; // an id is positive

  static {
    try {
      RUNNER = MethodHandles.lookup().findVarHandle(LoopThread.class, "runner", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private volatile long runner = NOBODY;

  /** The thread of that id, for people; written only when another thread comes. */
  private volatile WeakReference<Thread> known = new WeakReference<>(null);

  /**
   * The thread that runs a turn; null if none does, or if it cannot be told. Any thread may ask.
   */
  Thread runner() {
    Thread thread = known.get();
    return thread != null && id(thread) == runner ? thread : null;
  }

  boolean isCurrent() {
    return runner == id(Thread.currentThread());
  }

  /** Makes the current thread the loop's, for turns one after the other; gives the one before. */
  long enter() {
    long outer = runner;
    Thread current = Thread.currentThread();
    if (!known.refersTo(current)) {
      known = new WeakReference<>(current);
    }
    set(id(current));
    return outer;
  }

  void leave(long outer) {
    set(outer);
  }

  private void set(long next) {
    if (runner != next) {
      RUNNER.setRelease(this, next);
    }
  }

  @SuppressWarnings("deprecation") // Thread.threadId is of Java 19
  private static long id(Thread thread) {
    return thread.getId();
  }
}
