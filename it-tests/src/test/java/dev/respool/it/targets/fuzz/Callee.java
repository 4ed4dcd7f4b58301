package dev.respool.it.targets.fuzz;

import dev.respool.Suspendable;

/** Something to call. */
public interface Callee {
  /** Runs the following operations. */
  @Suspendable
  int body(int depth, int x);
}
