package dev.respool.it.scenarios.lost;

import dev.respool.Suspendable;

/** Something that may wait while it is done. */
public interface Work {
  /** Does it. */
  @Suspendable
  String work(int amount);
}
