package dev.respool.benchmarks.javaflow;

import org.apache.commons.javaflow.api.Continuation;
import org.apache.commons.javaflow.api.continuable;

/** The body of W6's parked coroutine; each activation has an int of its own. */
final class Parking implements Runnable {
  private int value;

  Parking(int value) {
    this.value = value;
  }

  @Override
  public @continuable void run() {
    int own = value + 1;
    if (value > 1) {
      hold(value - 1);
    } else {
      Continuation.suspend();
    }
    value = own;
  }

  private @continuable void hold(int depth) {
    int own = value + depth;
    if (depth > 1) {
      hold(depth - 1);
    } else {
      Continuation.suspend();
    }
    value = own;
  }
}
