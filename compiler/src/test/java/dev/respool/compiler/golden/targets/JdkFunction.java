package dev.respool.compiler.golden.targets;

import dev.respool.Suspendable;
import java.util.function.IntSupplier;

/** A call of a JDK functional interface, whose lambda may suspend. */
final class JdkFunction {
  private JdkFunction() {}

  @Suspendable
  static int twice(IntSupplier supplier) {
    return supplier.getAsInt() + supplier.getAsInt();
  }
}
