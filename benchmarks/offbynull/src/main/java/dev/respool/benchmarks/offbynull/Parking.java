package dev.respool.benchmarks.offbynull;

import com.offbynull.coroutines.user.Continuation;
import com.offbynull.coroutines.user.Coroutine;

/** The body of W6's parked coroutine; each activation has an int of its own. */
final class Parking implements Coroutine {
  private int value;

  Parking(int value) {
    this.value = value;
  }

  @Override
  public void run(Continuation c) {
    int own = value + 1;
    if (value > 1) {
      hold(c, value - 1);
    } else {
      c.suspend();
    }
    value = own;
  }

  private void hold(Continuation c, int depth) {
    int own = value + depth;
    if (depth > 1) {
      hold(c, depth - 1);
    } else {
      c.suspend();
    }
    value = own;
  }
}
