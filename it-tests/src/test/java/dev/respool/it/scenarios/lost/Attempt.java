package dev.respool.it.scenarios.lost;

import dev.respool.Suspendable;

/** Leads to a yield in some roundabout way. */
@FunctionalInterface
public interface Attempt {
  /** Is run in a coroutine. */
  @Suspendable
  Object run(Steps steps) throws Exception;
}
