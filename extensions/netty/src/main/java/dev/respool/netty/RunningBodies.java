package dev.respool.netty;

import java.util.concurrent.TimeUnit;

/** Counts coroutines, so that the server's end can wait for their ends. */
final class RunningBodies {
  private int count;

  synchronized void begin() {
    count++;
  }

  synchronized void end() {
    count--;
    notifyAll();
  }

  /** Blocks until none runs or a time of {@link System#nanoTime} has come. */
  synchronized void awaitNone(long deadline) throws InterruptedException {
    for (long left = deadline - System.nanoTime();
        count > 0 && left > 0;
        left = deadline - System.nanoTime()) {
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
  }
}
