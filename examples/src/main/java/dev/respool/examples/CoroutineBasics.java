package dev.respool.examples;

import dev.respool.Coroutine;
import dev.respool.Suspendable;
import java.io.PrintStream;
import java.util.function.Function;

/** The first steps: create, resume, yield and status; values go both ways. */
public final class CoroutineBasics {
  private CoroutineBasics() {}

  /**
   * Runs the example.
   *
   * @param args none
   */
  public static void main(String[] args) {
    run(System.out);
  }

  static void run(PrintStream out) {
    valuesGoBothWays(out);
    yieldFromACalledMethod(out);
    aCoroutineAsAFunction(out);
    closeRunsFinally(out);
  }

  private static void valuesGoBothWays(PrintStream out) {
    Coroutine<String, Integer> co =
        Coroutine.create(
            first -> {
              out.println("  body starts with " + first);
              String second = Coroutine.yield(1);
              out.println("  the first yield returned " + second);
              String third = Coroutine.yield(2);
              out.println("  the second yield returned " + third);
              return 3;
            });
    out.println("created: " + co.status());
    out.println("resume(a) gives " + co.resume("a") + ", then it is " + co.status());
    out.println("resume(b) gives " + co.resume("b") + ", then it is " + co.status());
    out.println("resume(c) gives " + co.resume("c") + ", then it is " + co.status());
    try {
      co.resume("d");
    } catch (IllegalStateException e) {
      out.println("resume(d): " + e.getMessage());
    }
  }

  private static void yieldFromACalledMethod(PrintStream out) {
    Coroutine<Object, Object> countdown = Coroutine.create(() -> count(3));
    for (Object n = countdown.resume(); !countdown.isDone(); n = countdown.resume()) {
      out.println("countdown " + n);
    }
  }

  /** Yields at any depth: every call of this method is a frame that waits. */
  @Suspendable
  private static void count(int n) {
    if (n > 0) {
      Coroutine.yield(n);
      count(n - 1);
    }
  }

  private static void aCoroutineAsAFunction(PrintStream out) {
    Function<Integer, Integer> sum =
        Coroutine.wrap(
            first -> {
              int total = first;
              while (true) {
                total += Coroutine.<Integer>yield(total);
              }
            });
    out.println("sums: " + sum.apply(1) + " " + sum.apply(10) + " " + sum.apply(100));
  }

  private static void closeRunsFinally(PrintStream out) {
    Coroutine<Object, Object> co =
        Coroutine.create(
            () -> {
              try {
                Coroutine.yield("working");
              } finally {
                out.println("  finally");
              }
            });
    out.println(co.resume());
    co.close();
    out.println("closed: " + co.status());
  }
}
