package dev.respool.examples.download;

import java.util.concurrent.atomic.AtomicLong;

/** How far one download is. Any thread may write and read it. */
final class Gauge {
  private final AtomicLong present = new AtomicLong();
  private final AtomicLong received = new AtomicLong();
  private volatile long total = -1;
  private volatile boolean done;

  /**
   * A response has begun.
   *
   * @param bytesBefore how many bytes were there before
   * @param bytesTotal how long the file is; negative if the server does not say
   */
  void begin(long bytesBefore, long bytesTotal) {
    present.set(bytesBefore);
    total = bytesTotal;
  }

  void add(long bytes) {
    present.addAndGet(bytes);
    received.addAndGet(bytes);
  }

  void end() {
    done = true;
  }

  boolean isDone() {
    return done;
  }

  /** How many bytes are there. */
  long present() {
    return present.get();
  }

  /** How many bytes have come, in all attempts; never becomes less. */
  long received() {
    return received.get();
  }

  /** How much of the file is there, from 0 to 1. */
  double fraction() {
    if (done) {
      return 1;
    }
    return total > 0 ? Math.min(1, (double) present() / total) : 0;
  }
}
