package dev.respool.benchmarks.kilim;

import kilim.Continuation;
import kilim.Fiber;
import kilim.Pausable;

/** The body of W6's parked coroutine; each activation has an int of its own. */
final class Parking extends Continuation {
  private int value;

  Parking(int value) {
    this.value = value;
  }

  @Override
  public void execute() throws Pausable {
    int own = value + 1;
    if (value > 1) {
      hold(value - 1);
    } else {
      Fiber.yield();
    }
    value = own;
  }

  private void hold(int depth) throws Pausable {
    int own = value + depth;
    if (depth > 1) {
      hold(depth - 1);
    } else {
      Fiber.yield();
    }
    value = own;
  }
}
