package dev.respool.compiler.golden.targets;

import dev.respool.Coroutine;
import dev.respool.Suspendable;

/** Suspensions in the branches of a switch and in its selector. */
final class Choice {
  private Choice() {}

  @Suspendable
  static int run(int choice) {
    int result = choice;
    switch (Coroutine.<Integer>yield("choose")) {
      case 0:
        result += Coroutine.<Integer>yield("zero");
        break;
      case 1:
        Coroutine.yield("one");
        break;
      default:
        result--;
    }
    return result;
  }
}
