package dev.respool.benchmarks.tool;

import dev.respool.Coroutine;
import dev.respool.CoroutineBody;
import dev.respool.benchmarks.fork.Told;

/**
 * Times of the first suspension of methods whose classes are loaded already. To be run in a JVM of
 * its own, with the instrumented classes.
 */
public final class FirstYieldRun {
  private static final int RECENT_CLASSES = 20;

  private FirstYieldRun() {}

  /**
   * Tells {@code cold}, the nanoseconds of the first resumption up to the first yield in this JVM,
   * by two methods that have never suspended; {@code warm}, those of a resumption in which one
   * method ends and another one suspends for its first time, after many methods have done so; and
   * {@code again}, those of the same methods' second time.
   *
   * @param arguments the number of classes
   */
  public static void main(String[] arguments) {
    int classes = Integer.parseInt(arguments[0]);
    for (int i = 0; i < classes; i++) {
      CoroutineBody<Integer, Integer> body = GeneratedBodies.body(i);
      boolean isLate = i >= classes - RECENT_CLASSES;
      run(body, i == 0 ? "cold" : "", isLate ? "warm" : "");
      run(body, "", isLate ? "again" : "");
    }
  }

  private static void run(CoroutineBody<Integer, Integer> body, String first, String later) {
    Coroutine<Integer, Integer> coroutine = Coroutine.create(body);
    tell(first, time(coroutine));
    for (int i = 1; i < GeneratedBodies.METHODS; i++) {
      tell(later, time(coroutine));
    }
    coroutine.resume();
  }

  private static long time(Coroutine<Integer, Integer> coroutine) {
    long start = System.nanoTime();
    coroutine.resume(-1);
    return System.nanoTime() - start;
  }

  private static void tell(String name, long nanoseconds) {
    if (!name.isEmpty()) {
      Told.tell(name, nanoseconds);
    }
  }
}
