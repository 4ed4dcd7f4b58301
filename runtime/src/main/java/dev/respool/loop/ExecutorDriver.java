package dev.respool.loop;

import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Turns a loop in jobs for an executor. A daemon thread waits for timers, channels and posts on the
 * loop's behalf while it is idle; it lives as long as the loop has tasks.
 *
 * <p>The loop's state belongs to the daemon thread or to the job that it has handed it to, never to
 * both: a job that finds the loop idle hands it back, another one submits its successor.
 */
final class ExecutorDriver {
  private final Reactor reactor;
  private final Executor executor;
  private final AtomicBoolean active = new AtomicBoolean();
  private final Semaphore handedBack = new Semaphore(0);
  private Throwable broken; // written by a job, read by the daemon thread: the semaphore orders it
  private volatile Thread working;
  private boolean again;

  ExecutorDriver(Reactor reactor, Executor executor) {
    this.reactor = reactor;
    this.executor = executor;
    reactor.roots().areToldOf();
    reactor.onPost(this::activate);
  }

  private void activate() {
    if (active.compareAndSet(false, true)) {
      WorkerThreads.daemon(this::drive, "respool-loop").start();
    }
  }

  private void drive() {
    do {
      try {
        turnUntilDone();
      } catch (Throwable t) { // the executor refuses jobs, or a fault in the loop: nothing can run
        reactor.abandon(t);
      }
      reactor.close();
      active.set(false);
    } while (!reactor.isIdle() && active.compareAndSet(false, true));
  }

  private void turnUntilDone() throws Throwable {
    while (reactor.hasTasks() || !reactor.isIdle()) {
      if (!submitted()) {
        turns();
      }
      handedBack.acquireUninterruptibly();
      if (broken != null) {
        Throwable fault = broken;
        broken = null;
        throw fault;
      }
      if (reactor.hasTasks() && reactor.isIdle()) {
        reactor.sleep();
      }
    }
  }

  /** Runs turns until the loop is idle or a job that was submitted has taken over. */
  private void turns() {
    try {
      boolean idle;
      do {
        reactor.turn();
        idle = reactor.isIdle();
      } while (!idle && !submitted());
      if (idle) {
        handedBack.release();
      }
    } catch (Throwable t) { // handed to the daemon thread
      broken = t;
      handedBack.release();
    }
  }

  /**
   * Submits a job that goes on; false if the executor ran it on the spot, where it does nothing.
   */
  private boolean submitted() {
    Job job = new Job(Thread.currentThread());
    executor.execute(job);
    job.submitting = false;
    return !job.onTheSpot;
  }

  /** The fields are used by the submitting thread only: an executor may be that very thread. */
  private final class Job implements Runnable {
    private final Thread submitter;
    private boolean submitting = true;
    private boolean onTheSpot;

    Job(Thread submitter) {
      this.submitter = submitter;
    }

    @Override
    public void run() {
      if (Thread.currentThread() == submitter && submitting) {
        onTheSpot = true; // no recursion
      } else {
        turns();
      }
    }
  }
}
