package dev.respool.it.targets.fuzz;

import dev.respool.Suspendable;

/** How a trace suspends. */
public interface Pause {
  /**
   * Suspends and continues.
   *
   * @param foreign whether a frame that cannot be captured is in the way
   * @return false if that was refused
   */
  @Suspendable
  boolean pause(boolean foreign);
}
