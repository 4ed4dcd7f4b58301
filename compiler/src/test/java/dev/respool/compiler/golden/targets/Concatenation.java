package dev.respool.compiler.golden.targets;

import dev.respool.Coroutine;
import dev.respool.Suspendable;

/** A string concatenation around a call that suspends. */
final class Concatenation {
  private Concatenation() {}

  @Suspendable
  static String run(String name, int number) {
    return "<" + name + number + Coroutine.<String>yield(name) + ">";
  }
}
