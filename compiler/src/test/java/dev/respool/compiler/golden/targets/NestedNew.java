package dev.respool.compiler.golden.targets;

import dev.respool.Coroutine;
import dev.respool.Suspendable;

/** New objects whose arguments suspend, one inside the other. */
final class NestedNew {
  private NestedNew() {}

  @Suspendable
  static StringBuilder run(int capacity) {
    return new StringBuilder(new String(Coroutine.<char[]>yield(capacity)));
  }
}
