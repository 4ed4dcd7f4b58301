package dev.respool.netty;

import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Wakes the coroutine that waits for a message when its time is over. One alarm of the event loop
 * lasts for many waits: mostly it finds that a later one is going on, and is set again for that. So
 * no wait of a connection may have a shorter limit than those before.
 */
final class ReadDeadline {
  private final EventExecutor executor;
  private final Signal readable;
  private Future<?> alarm; // null if none is set
  private long deadline; // of the wait that goes on, by System.nanoTime
  private boolean waiting;

  ReadDeadline(EventExecutor executor, Signal readable) {
    this.executor = executor;
    this.readable = readable;
  }

  void begin(Duration limit) {
    long nanos = TimeUnit.NANOSECONDS.convert(limit); // the largest long if it is more
    deadline = System.nanoTime() + Math.min(nanos, Long.MAX_VALUE / 2);
    waiting = true;
    if (alarm == null) {
      setAlarm();
    }
  }

  void end() {
    waiting = false;
  }

  boolean isOver() {
    return waiting && deadline - System.nanoTime() <= 0;
  }

  private void setAlarm() {
    long left = Math.max(0, deadline - System.nanoTime());
    alarm = executor.schedule(this::ring, left, TimeUnit.NANOSECONDS);
  }

  private void ring() {
    alarm = null;
    if (isOver()) {
      readable.fire();
    } else if (waiting) {
      setAlarm();
    }
  }

  /** There are no more waits. */
  void close() {
    waiting = false;
    if (alarm != null) {
      alarm.cancel(false);
    }
  }
}
