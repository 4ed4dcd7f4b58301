package dev.respool.benchmarks.javaflow;

import dev.respool.benchmarks.IntSource;
import org.apache.commons.javaflow.api.Continuation;
import org.apache.commons.javaflow.api.continuable;

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
  public @continuable void run() {
    if (depth > 1) {
      generate(depth - 1);
      value = depth;
    } else {
      for (int element = 0; ; element++) {
        value = element;
        Continuation.suspend();
      }
    }
  }

  private @continuable void generate(int depth) {
    if (depth > 1) {
      generate(depth - 1);
      value = depth;
    } else {
      for (int element = 0; ; element++) {
        value = element;
        Continuation.suspend();
      }
    }
  }
}
