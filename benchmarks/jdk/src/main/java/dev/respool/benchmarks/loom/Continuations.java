package dev.respool.benchmarks.loom;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * {@code jdk.internal.vm.Continuation} by constant method handles, which cost nothing once
 * compiled. Initialising this class fails where it cannot be used.
 */
final class Continuations {
  private static final int FIRST_JDK = 21;
  private static final MethodHandle NEW;
  private static final MethodHandle RUN;
  private static final MethodHandle YIELD;

  static {
    if (Runtime.version().feature() < FIRST_JDK) {
      throw new IllegalStateException(
          "jdk.internal.vm.Continuation comes with JDK 21, and this is " + Runtime.version());
    }
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      Class<?> type = Class.forName("jdk.internal.vm.Continuation");
      Class<?> scopeType = Class.forName("jdk.internal.vm.ContinuationScope");
      Object scope = scopeType.getConstructor(String.class).newInstance("benchmark");
      NEW = ofScope(lookup, type, scopeType, scope);
      RUN =
          lookup
              .findVirtual(type, "run", MethodType.methodType(void.class))
              .asType(MethodType.methodType(void.class, Object.class));
      YIELD =
          lookup
              .findStatic(type, "yield", MethodType.methodType(boolean.class, scopeType))
              .bindTo(scope);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(
          "--add-exports java.base/jdk.internal.vm=ALL-UNNAMED is needed: " + e, e);
    }
  }

  private Continuations() {}

  private static MethodHandle ofScope(
      MethodHandles.Lookup lookup, Class<?> type, Class<?> scopeType, Object scope)
      throws ReflectiveOperationException {
    return lookup
        .findConstructor(type, MethodType.methodType(void.class, scopeType, Runnable.class))
        .bindTo(scope)
        .asType(MethodType.methodType(Object.class, Runnable.class));
  }

  static Object create(Runnable body) {
    try {
      return (Object) NEW.invokeExact(body);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /** Starts or continues one until it yields or ends. */
  static void run(Object continuation) {
    try {
      RUN.invokeExact(continuation);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  static void suspend() {
    try {
      boolean yielded = (boolean) YIELD.invokeExact();
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  private static RuntimeException unexpected(Throwable e) {
    if (e instanceof Error error) {
      throw error;
    }
    return e instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(e);
  }
}
