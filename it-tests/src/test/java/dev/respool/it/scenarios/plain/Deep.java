package dev.respool.it.scenarios.plain;

import dev.respool.it.scenarios.lost.Steps;
import dev.respool.it.scenarios.lost.Work;

/** Survives that the stack is exhausted. */
public final class Deep {
  private final Work work;
  private final Steps steps;

  /** Notes what it does after the work was done. */
  public Deep(Work work, Steps steps) {
    this.work = work;
    this.steps = steps;
  }

  /** Has the work exhaust the stack and calls it again, so many times, each from deeper down. */
  public Object workOn(int times) {
    IllegalStateException last = null;
    for (int i = 0; i < times; i++) {
      try {
        from(i);
      } catch (IllegalStateException e) {
        last = e;
      }
    }
    throw last;
  }

  private void from(int depth) {
    if (depth > 0) {
      from(depth - 1);
    } else {
      exhaust();
      steps.add("foreign went on with " + work.work(1));
    }
  }

  private void exhaust() {
    try {
      work.work(2);
      throw new AssertionError("the stack has no end");
    } catch (StackOverflowError e) {
      // as it should be: somewhere in or before a call of the work
    }
  }
}
