package dev.respool.it.scenarios.lost;

import dev.respool.Suspendable;

/** Something that is done by several classes under one name. */
public interface Task {
  /** Does it. */
  @Suspendable
  Object go(Steps steps);

  /** Is done at once, and takes no notice of who called. */
  final class Idle implements Task {
    @Override
    public Object go(Steps steps) {
      return "idle";
    }
  }

  /** Fails at once. */
  final class Failing implements Task {
    @Override
    public Object go(Steps steps) {
      throw new UnsupportedOperationException("fails at once");
    }
  }

  /** Has a method of the same name and descriptor, which nobody takes for suspendable. */
  class Base {
    /** Does something else. */
    public Object go(Steps steps) {
      return "base";
    }
  }

  /** Is both, and yields. */
  final class Both extends Base implements Task {
    @Override
    @Suspendable
    public Object go(Steps steps) {
      return steps.yieldBelow("x");
    }
  }
}
