package dev.respool.benchmarks.kilim;

import dev.respool.benchmarks.IntSource;
import kilim.Fiber;
import kilim.Pausable;

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
  public void execute() throws Pausable {
    if (depth > 1) {
      generate(depth - 1);
      value = depth;
    } else {
      for (int element = 0; ; element++) {
        value = element;
        Fiber.yield();
      }
    }
  }

  private void generate(int depth) throws Pausable {
    if (depth > 1) {
      generate(depth - 1);
      value = depth;
    } else {
      for (int element = 0; ; element++) {
        value = element;
        Fiber.yield();
      }
    }
  }
}
