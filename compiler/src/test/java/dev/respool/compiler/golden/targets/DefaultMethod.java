package dev.respool.compiler.golden.targets;

import dev.respool.Suspendable;

/** An interface's default method that suspends in a call of an abstract one. */
interface DefaultMethod {
  @Suspendable
  int next();

  @Suspendable
  default int sum() {
    int left = next();
    return left + next();
  }
}
