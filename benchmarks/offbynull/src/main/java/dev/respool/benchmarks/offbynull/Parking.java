package dev.respool.benchmarks.offbynull;

import com.offbynull.coroutines.user.Continuation;
import com.offbynull.coroutines.user.Coroutine;

/** The body of W6's and W10's parked coroutine; each activation has an int of its own. */
final class Parking implements Coroutine {
  private final int depth;

  /** Of what the finished activations had. */
  private int sum;

  Parking(int depth) {
    this.depth = depth;
  }

  int sum() {
    return sum;
  }

  @Override
  public void run(Continuation c) {
    int own = depth;
    if (depth > 1) {
      hold(c, depth - 1);
    } else {
      c.suspend();
    }
    sum += own;
  }

  private void hold(Continuation c, int here) {
    int own = here;
    if (here > 1) {
      hold(c, here - 1);
    } else {
      c.suspend();
    }
    sum += own;
  }
}
