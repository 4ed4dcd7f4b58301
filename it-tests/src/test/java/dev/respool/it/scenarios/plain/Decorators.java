package dev.respool.it.scenarios.plain;

import java.util.concurrent.Callable;
import java.util.function.Supplier;

/** Functions that call functions, made where nothing is suspendable. */
public final class Decorators {
  private Decorators() {}

  /** Calls it in a lambda. */
  public static <T> Callable<T> inLambda(Supplier<T> inner) {
    return () -> inner.get();
  }

  /** Calls it through a reference. */
  public static <T> Callable<T> byReference(Supplier<T> inner) {
    return inner::get;
  }

  /** Calls it in a method that can be marked. */
  public static <T> Callable<T> inAnonymousClass(Supplier<T> inner) {
    return new Callable<>() {
      @Override
      public T call() {
        return inner.get();
      }
    };
  }
}
