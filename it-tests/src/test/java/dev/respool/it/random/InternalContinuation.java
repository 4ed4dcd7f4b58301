package dev.respool.it.random;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationTargetException;

/** The JDK's own continuation, which JDK 17 has not: the same meaning, made by others. */
final class InternalContinuation implements Suspender {
  private static final String NAME = "jdk.internal.vm.Continuation";

  private final Class<?> type;
  private final Object scope;
  private final MethodHandle yielder;

  InternalContinuation() throws ReflectiveOperationException {
    Class<?> scopes = Class.forName(NAME + "Scope");
    this.type = Class.forName(NAME);
    this.scope = scopes.getConstructor(String.class).newInstance("traces");
    MethodType signature = MethodType.methodType(boolean.class, scopes);
    this.yielder =
        MethodHandles.lookup()
            .findStatic(type, "yield", signature)
            .asType(MethodType.methodType(boolean.class, Object.class));
  }

  static boolean exists() {
    return Runtime.version().feature() >= 21;
  }

  /** Runs the body to its end; {@code suspended} is told of each suspension. */
  void run(Runnable body, Runnable suspended) throws ReflectiveOperationException {
    Object continuation =
        type.getConstructor(scope.getClass(), Runnable.class).newInstance(scope, body);
    while (!(boolean) call(continuation, "isDone")) {
      call(continuation, "run");
      if (!(boolean) call(continuation, "isDone")) {
        suspended.run();
      }
    }
  }

  private Object call(Object continuation, String method) throws ReflectiveOperationException {
    try {
      return type.getMethod(method).invoke(continuation);
    } catch (InvocationTargetException e) {
      throw new AssertionError(method + " of the JDK's continuation", e.getCause());
    }
  }

  @Override
  public Kind kind() {
    return Kind.INTERNAL;
  }

  @Override
  public void suspend() {
    try {
      boolean ignored = (boolean) yielder.invokeExact(scope);
    } catch (Throwable e) {
      throw new AssertionError("the JDK's continuation did not suspend", e);
    }
  }
}
