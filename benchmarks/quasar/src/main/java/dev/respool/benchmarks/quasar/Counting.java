package dev.respool.benchmarks.quasar;

import co.paralleluniverse.fibers.Fiber;
import co.paralleluniverse.fibers.SuspendExecution;
import dev.respool.benchmarks.IntSource;

/** The endless generator of W1 and W2. */
final class Counting extends Routine implements IntSource {
  private final int depth;

  Counting(int depth) {
    this.depth = depth;
  }

  @Override
  public int next() {
    advance();
    return value;
  }

  @Override
  protected Object run() throws SuspendExecution {
    if (depth > 1) {
      generate(depth - 1);
      value = depth;
    } else {
      for (int element = 0; ; element++) {
        value = element;
        Fiber.park();
      }
    }
    return null;
  }

  private void generate(int depth) throws SuspendExecution {
    if (depth > 1) {
      generate(depth - 1);
      value = depth;
    } else {
      for (int element = 0; ; element++) {
        value = element;
        Fiber.park();
      }
    }
  }
}
