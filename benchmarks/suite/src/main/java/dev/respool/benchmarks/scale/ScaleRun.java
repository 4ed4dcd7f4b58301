package dev.respool.benchmarks.scale;

import com.sun.management.OperatingSystemMXBean;
import dev.respool.benchmarks.fork.Told;
import java.lang.management.ManagementFactory;

/** Asks one peer one question again and again. To be run in a JVM of its own. */
public final class ScaleRun {
  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private ScaleRun() {}

  /**
   * Tells {@code elapsed} and {@code processor}, nanoseconds of the wall clock and of all
   * processors together, for each time the question was asked after warming up.
   *
   * @param arguments the question, the peer, the size, how often to warm up, how often to measure
   */
  public static void main(String[] arguments) {
    ScaleQuestion question = ScaleQuestion.valueOf(arguments[0]);
    int size = Integer.parseInt(arguments[2]);
    int warmUps = Integer.parseInt(arguments[3]);
    int times = warmUps + Integer.parseInt(arguments[4]);
    for (int i = 0; i < times; i++) {
      System.gc();
      long processor = SYSTEM.getProcessCpuTime();
      long start = System.nanoTime();
      long answer = question.answer(arguments[1], size);
      long end = System.nanoTime();
      check(answer, question.rightAnswer(size));
      if (i >= warmUps) {
        Told.tell("elapsed", end - start);
        Told.tell("processor", SYSTEM.getProcessCpuTime() - processor);
      }
    }
    System.exit(0); // some peers leave threads
  }

  private static void check(long answer, long right) {
    if (answer != right) {
      throw new IllegalStateException("the answer is " + answer + ", not " + right);
    }
  }
}
