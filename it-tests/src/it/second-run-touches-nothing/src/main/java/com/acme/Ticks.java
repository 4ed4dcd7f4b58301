package com.acme;

import dev.respool.Generator;
import dev.respool.Suspendable;
import dev.respool.Yielder;

public class Ticks {
  public static Generator<Integer> from(int first) {
    return Generator.of(g -> count(first, g));
  }

  @Suspendable
  private static void count(int first, Yielder<Integer> g) {
    for (int i = first; ; i++) {
      g.yield(i);
    }
  }
}
