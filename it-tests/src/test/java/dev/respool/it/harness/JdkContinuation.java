package dev.respool.it.harness;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.Callable;

/**
 * The continuation on which the JDK's virtual threads run: {@code jdk.internal.vm.Continuation} of
 * JDK 21 and later, whose package the JVM must export.
 */
public final class JdkContinuation {
  private static final String PACKAGE = "jdk.internal.vm.";

  private final Object scope;
  private final MethodHandle yield;
  private final MethodHandles.Lookup lookup = MethodHandles.lookup();
  private final Class<?> type;
  private int suspensions;

  /** Not started. */
  public JdkContinuation() throws ReflectiveOperationException {
    type = Class.forName(PACKAGE + "Continuation");
    Class<?> scopes = Class.forName(PACKAGE + "ContinuationScope");
    scope = scopes.getConstructor(String.class).newInstance("oracle");
    yield =
        lookup
            .findStatic(type, "yield", MethodType.methodType(boolean.class, scopes))
            .bindTo(scope)
            .asType(MethodType.methodType(boolean.class));
  }

  /** Runs something to its end, whatever suspends it. */
  public Object run(Callable<?> body) throws Exception {
    Object[] result = new Object[1];
    Exception[] thrown = new Exception[1];
    Runnable runnable =
        () -> {
          try {
            result[0] = body.call();
          } catch (Exception e) {
            thrown[0] = e;
          }
        };
    Object continuation =
        type.getConstructor(scope.getClass(), Runnable.class).newInstance(scope, runnable);
    do {
      type.getMethod("run").invoke(continuation);
    } while (!(Boolean) type.getMethod("isDone").invoke(continuation));
    if (thrown[0] != null) {
      throw thrown[0];
    }
    return result[0];
  }

  /**
   * Suspends what runs on it.
   *
   * @param foreign what to answer: whether a suspension of ours would be refused
   * @return the opposite
   */
  public boolean pause(boolean foreign) {
    try {
      if (!(boolean) yield.invokeExact()) {
        throw new AssertionError("the JDK's continuation did not yield");
      }
    } catch (Error | RuntimeException e) {
      throw e;
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
    suspensions++;
    return !foreign;
  }

  /** How often it was suspended. */
  public int suspensions() {
    return suspensions;
  }
}
