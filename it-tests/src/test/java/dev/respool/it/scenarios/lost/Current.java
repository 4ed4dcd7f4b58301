package dev.respool.it.scenarios.lost;

import dev.respool.Suspendable;

/**
 * The attempt at hand, for code that gets no such argument: class initialisers, class loaders and
 * copies of classes.
 */
public final class Current {
  /** What an initialiser or a class loader calls a method with. */
  public static final int INNER = 4;

  /** What the coroutine calls the same method with. */
  public static final int OUTER = 10;

  private static Steps steps;
  private static int yieldsAt;
  private static Object answer;

  private Current() {}

  /** From now on the call with this argument yields. */
  static void begin(Steps taken, int argument) {
    steps = taken;
    yieldsAt = argument;
    answer = null;
  }

  /** What is done is left here. */
  public static Steps steps() {
    return steps;
  }

  /** Yields, if it is the call that shall. */
  @Suspendable
  public static void pass(int argument) {
    if (argument == yieldsAt) {
      answer = steps.yieldBelow("x");
    }
  }

  /** Code that cannot be captured goes on. */
  public static <T> T foreign(T result) {
    if (yieldsAt == INNER) {
      steps.add("foreign went on with " + result);
    }
    return result;
  }

  /** What the yield returned, if the call returned what it should. */
  public static Object answered(Object expected, Object result) {
    return expected.equals(result) ? answer : "wrong: " + result;
  }

  /** For what is to fail before its method is entered. */
  public static void failUnlessDirect() {
    if (yieldsAt == INNER) {
      throw new UnsupportedOperationException("fails");
    }
  }
}
