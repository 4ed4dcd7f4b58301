package dev.respool.compiler.golden.targets;

import dev.respool.Coroutine;
import dev.respool.Suspendable;

/** Two suspensions behind one another; a local of each kind lives across the second. */
final class StraightLine {
  private StraightLine() {}

  @Suspendable
  static String run(String name, long count) {
    String first = Coroutine.yield(name);
    boolean same = first.equals(name);
    double half = count / 2.0;
    float third = count / 3.0f;
    String second = Coroutine.yield(first);
    return second + same + count + half + third;
  }
}
