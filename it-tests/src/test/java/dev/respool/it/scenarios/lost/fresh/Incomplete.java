package dev.respool.it.scenarios.lost.fresh;

import dev.respool.it.scenarios.lost.Steps;
import dev.respool.it.scenarios.lost.Task;

/** A copy of it lacks its method. */
public final class Incomplete implements Task {
  @Override
  public Object go(Steps steps) {
    return "complete";
  }
}
