package dev.respool.benchmarks.quasar;

import co.paralleluniverse.fibers.Fiber;
import co.paralleluniverse.fibers.SuspendExecution;

/** The body of W6's parked coroutine; each activation has an int of its own. */
final class Parking extends Routine {
  Parking(int value) {
    this.value = value;
  }

  @Override
  protected Object run() throws SuspendExecution {
    int own = value + 1;
    if (value > 1) {
      hold(value - 1);
    } else {
      Fiber.park();
    }
    value = own;
    return null;
  }

  private void hold(int depth) throws SuspendExecution {
    int own = value + depth;
    if (depth > 1) {
      hold(depth - 1);
    } else {
      Fiber.park();
    }
    value = own;
  }
}
