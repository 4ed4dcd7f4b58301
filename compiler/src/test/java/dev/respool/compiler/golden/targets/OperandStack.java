package dev.respool.compiler.golden.targets;

import dev.respool.Coroutine;
import dev.respool.Suspendable;

/** Operands of each kind below the call that suspends. */
final class OperandStack {
  private OperandStack() {}

  @Suspendable
  static double run(int i, long l, float f, double d, String s) {
    return sum(i, l, f, d, s, Coroutine.yield("deep"));
  }

  private static double sum(int i, long l, float f, double d, String s, Integer last) {
    return i + l + f + d + s.length() + last;
  }
}
