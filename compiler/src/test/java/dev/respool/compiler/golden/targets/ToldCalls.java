package dev.respool.compiler.golden.targets;

import dev.respool.Suspendable;

/** Variants that tell their callees of calls: one where its recursion ends, one in a loop. */
final class ToldCalls {
  private ToldCalls() {}

  interface Source {
    @Suspendable
    int next();
  }

  @Suspendable
  static int run(Source source, int n) {
    return atTheEnd(source, n) + inALoop(source, n);
  }

  @Suspendable
  private static int atTheEnd(Source source, int n) {
    return n == 0 ? source.next() : atTheEnd(source, n - 1);
  }

  @Suspendable
  private static int inALoop(Source source, int n) {
    int sum = 0;
    for (int i = 0; i < n; i++) {
      sum += source.next();
    }
    return sum;
  }
}
