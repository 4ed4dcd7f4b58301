package dev.respool.loop;

import java.util.List;
import java.util.concurrent.RejectedExecutionException;

/**
 * Turns a loop on a thread of its own, from the beginning until it is closed and has no tasks left.
 * What is posted after that is refused by the thread that posts it.
 */
final class ThreadDriver {
  private final Reactor reactor = new Reactor();
  private final EventLoop loop = new EventLoop(reactor, null);
  private final Thread thread;
  private volatile boolean closed;
  private volatile boolean over;

  ThreadDriver(String name) {
    reactor.roots().areToldOf();
    reactor.onPost(this::refuseIfOver);
    thread = new Thread(this::drive, name);
    thread.setDaemon(false);
    thread.start();
  }

  EventLoop loop() {
    return loop;
  }

  boolean isCurrent() {
    return Thread.currentThread() == thread;
  }

  /** The thread ends when no task is left; any thread. */
  void close() {
    closed = true;
    reactor.post(() -> {});
  }

  /** Cancels all tasks; any thread. */
  void cancel() {
    reactor.post(() -> cancel(reactor.roots().all()));
  }

  private static void cancel(List<TaskState> roots) {
    Cancellation.cancel(roots, ", because the thread that closes its loop group was interrupted");
  }

  /** Waits for the thread's end; false if the caller is interrupted meanwhile. */
  boolean join() {
    try {
      thread.join();
      return true;
    } catch (InterruptedException e) {
      return false;
    }
  }

  private void drive() {
    while (!closed || reactor.hasTasks() || !reactor.isIdle()) {
      try {
        turn();
      } catch (Throwable t) { // a fault in the loop: its tasks cannot go on
        reactor.abandon(t);
      }
    }
    over = true;
    refuseIfOver();
  }

  /** An interrupt would keep the thread from waiting, and means nothing here. */
  private void turn() {
    reactor.turn();
    if (!reactor.hasTasks()) {
      reactor.close();
    }
    if (reactor.isIdle() && (!closed || reactor.hasTasks())) {
      reactor.sleep();
      Thread.interrupted();
    }
  }

  private void refuseIfOver() {
    if (over) {
      refuse();
    }
  }

  private synchronized void refuse() {
    if (reactor.hasPosts()) {
      reactor.abandon(new RejectedExecutionException("the loop group is closed"));
    }
  }
}
