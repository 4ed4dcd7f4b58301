package dev.respool.compiler.golden.targets;

import dev.respool.Suspendable;

/** Calls that suspend and return each kind of primitive. */
abstract class Results {
  @Suspendable
  abstract boolean truth();

  @Suspendable
  abstract long whole();

  @Suspendable
  abstract float single();

  @Suspendable
  abstract double twice();

  @Suspendable
  double sum() {
    double sum = truth() ? 1 : 0;
    return sum + whole() + single() + twice();
  }
}
