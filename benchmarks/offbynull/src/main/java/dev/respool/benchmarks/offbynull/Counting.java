package dev.respool.benchmarks.offbynull;

import com.offbynull.coroutines.user.Continuation;
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
  public void run(Continuation c) {
    if (depth > 1) {
      generate(c, depth - 1);
      value = depth;
    } else {
      for (int element = 0; ; element++) {
        value = element;
        c.suspend();
      }
    }
  }

  private void generate(Continuation c, int depth) {
    if (depth > 1) {
      generate(c, depth - 1);
      value = depth;
    } else {
      for (int element = 0; ; element++) {
        value = element;
        c.suspend();
      }
    }
  }
}
