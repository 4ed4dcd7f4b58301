package dev.respool.compiler.golden.targets;

import dev.respool.Coroutine;
import dev.respool.Suspendable;

/** A suspension in a try block and one in its handler, where the exception lives on. */
final class Handler {
  private Handler() {}

  @Suspendable
  static String run(String fallback) {
    try {
      String text = Coroutine.yield(1);
      return text.trim();
    } catch (NullPointerException | IllegalStateException e) {
      Coroutine.yield(fallback);
      return e.getMessage();
    }
  }
}
