package dev.respool.compiler.golden.targets;

import dev.respool.Coroutine;
import dev.respool.Suspendable;

/** The fields of a record, assigned behind a suspension. */
record RecordConstructor(int number) {
  @Suspendable
  RecordConstructor {
    Coroutine.yield(number);
  }
}
