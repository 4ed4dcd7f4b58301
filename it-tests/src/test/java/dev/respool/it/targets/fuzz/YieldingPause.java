package dev.respool.it.targets.fuzz;

import dev.respool.Coroutine;
import dev.respool.NotSuspendableException;
import dev.respool.Suspendable;

/** Suspends the coroutine. */
public final class YieldingPause implements Pause {
  @Override
  @Suspendable
  public boolean pause(boolean foreign) {
    try {
      Coroutine.yield();
      return true;
    } catch (NotSuspendableException e) {
      return false;
    }
  }
}
