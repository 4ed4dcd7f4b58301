package dev.respool.compiler.golden.targets;

import dev.respool.Coroutine;
import dev.respool.Suspendable;

/** A tree walk: a private method that calls itself twice and suspends in between. */
final class Recursion {
  private final Recursion left;
  private final Recursion right;

  Recursion(Recursion left, Recursion right) {
    this.left = left;
    this.right = right;
  }

  @Suspendable
  private void walk(int depth) {
    if (left != null) {
      left.walk(depth + 1);
    }
    Coroutine.yield(depth);
    if (right != null) {
      right.walk(depth + 1);
    }
  }
}
