package dev.respool.compiler.golden.targets;

import dev.respool.Coroutine;
import dev.respool.Suspendable;
import java.util.List;

/** Suspensions in the body and in the finally block of a try statement. */
final class TryFinally {
  private TryFinally() {}

  @Suspendable
  static void run(List<String> log) {
    try {
      log.add("body");
      Coroutine.yield(1);
    } finally {
      log.add("finally");
      Coroutine.yield(2);
    }
  }
}
