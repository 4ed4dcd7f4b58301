package dev.respool.it.scenarios.saved;

import dev.respool.Coroutine;
import dev.respool.Saveable;
import dev.respool.Suspendable;
import java.util.function.IntUnaryOperator;

/**
 * Calls of each sort within one another: a static method, one of an interface, a lambda, a method
 * reference. Each returns another type. Nobody holds an object but for the lambdas.
 */
@Saveable
public final class HeldCalls {
  private HeldCalls() {}

  /** Such a coroutine, not started. */
  public static Coroutine<Object, Object> coroutine() {
    return Coroutine.create(first -> HeldCalls.text(3));
  }

  @Suspendable
  private static String text(int n) {
    IntUnaryOperator function = x -> (int) number(x + 0.5);
    long twice = 2L * n;
    return function.applyAsInt(n) + " " + twice;
  }

  @Suspendable
  private static long number(double d) {
    short added = 7;
    return (array((byte) d) == null ? 0 : 1) + added;
  }

  @Suspendable
  private static int[] array(byte b) {
    char c = 'c';
    int[] none = {};
    none = truth(b) ? new int[] {c} : none;
    return none;
  }

  @Suspendable
  private static boolean truth(byte b) {
    float f = 0.5f;
    nothing(b);
    return f > b;
  }

  @Suspendable
  private static void nothing(byte b) {
    Coroutine.yield(b);
    Coroutine.yield();
  }
}
