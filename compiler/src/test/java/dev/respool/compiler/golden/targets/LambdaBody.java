package dev.respool.compiler.golden.targets;

import dev.respool.Coroutine;

/** A lambda that suspends and has captured a local. */
final class LambdaBody {
  private LambdaBody() {}

  static Coroutine<Integer, Integer> make(int base) {
    return Coroutine.create(
        first -> {
          Integer second = Coroutine.yield(base + first);
          return base + second;
        });
  }
}
