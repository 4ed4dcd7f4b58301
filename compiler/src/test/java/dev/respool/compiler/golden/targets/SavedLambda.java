package dev.respool.compiler.golden.targets;

import dev.respool.Saveable;
import java.util.function.IntUnaryOperator;

/** A lambda that becomes serializable, in a class without suspendable methods. */
@Saveable
final class SavedLambda {
  private SavedLambda() {}

  static IntUnaryOperator times(int factor) {
    return value -> value * factor;
  }
}
