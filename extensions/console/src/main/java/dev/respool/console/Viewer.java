package dev.respool.console;

/**
 * A page in a browser that is open. It has a thread of its own, which sends to it. What is sent
 * next is at most one event: if the viewer has not taken it when the next one is there, it will get
 * everything anew when it is ready. So a slow viewer costs no memory and holds up nobody.
 */
final class Viewer {
  private final Thread thread = Thread.currentThread();
  private byte[] next; // null if there is none
  private boolean wantsAll = true;
  private boolean hasMissed;
  private boolean gone;
  private volatile long writingSince; // 0 while nothing is being written

  /** Waits for the next event; null if there is none in that time. The viewer's thread. */
  synchronized byte[] next(long millis) throws InterruptedException {
    if (hasMissed) {
      hasMissed = false;
      wantsAll = true;
    }
    long end = System.nanoTime() + millis * 1_000_000;
    for (long left = millis; next == null && !gone && left > 0; ) {
      wait(left);
      left = (end - System.nanoTime()) / 1_000_000;
    }
    byte[] event = next;
    next = null;
    return event;
  }

  /** Whether the next event must say everything. */
  synchronized boolean wantsAll() {
    return wantsAll;
  }

  /** Hands over an event; one that says everything if that is wanted. */
  synchronized void offer(byte[] event) {
    if (next != null) {
      next = null;
      hasMissed = true;
    }
    if (hasMissed) {
      return;
    }
    wantsAll = false;
    next = event;
    notifyAll();
  }

  synchronized boolean stays() {
    return !gone;
  }

  void writes(boolean begins) {
    writingSince = begins ? System.nanoTime() : 0;
  }

  /** Whether it has taken nothing for so long. */
  boolean isStuck(long nanos) {
    long since = writingSince;
    return since != 0 && System.nanoTime() - since > nanos;
  }

  /** Ends its thread, also if it is stuck in a write. */
  synchronized void dismiss() {
    gone = true;
    notifyAll();
    thread.interrupt(); // closes the channel
  }
}
