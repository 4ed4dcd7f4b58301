package dev.respool.benchmarks.suite;

import dev.respool.Coroutine;
import dev.respool.CoroutineBody;
import dev.respool.Suspendable;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/**
 * Loops that suspend in their first iteration and then never again: are those iterations that run
 * in the resume method as fast as the original's? Compare {@link #resumed} with {@link #started},
 * which runs all of them in the fast path, and with {@link #plain}. Respool only.
 */
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ResumedLoop extends PeerBenchmark {
  private static final int ROUNDS = 100_000;
  private static final int NEVER = -1;

  /** What the loop is like: how many suspension points it has, and whether it has a loop inside. */
  @Param({"one", "two", "nested"})
  public String points;

  private CoroutineBody<Integer, Integer> loop;

  /** For JMH. */
  public ResumedLoop() {}

  /** Chooses the loop. */
  @Setup
  public void choose() {
    loop =
        switch (points) {
          case "one" -> ResumedLoop::one;
          case "two" -> ResumedLoop::two;
          default -> ResumedLoop::nested;
        };
  }

  /**
   * Without coroutines.
   *
   * @return the sum
   */
  @Benchmark
  public int plain() {
    return switch (points) {
      case "one" -> plainOne();
      case "two" -> plainTwo();
      default -> plainNested();
    };
  }

  /**
   * In a coroutine that never suspends.
   *
   * @return the sum
   */
  @Benchmark
  public int started() {
    return Coroutine.<Integer, Integer>create(loop).resume(NEVER);
  }

  /**
   * In one that has suspended in the first iteration.
   *
   * @return the sum
   */
  @Benchmark
  public int resumed() {
    Coroutine<Integer, Integer> coroutine = Coroutine.create(loop);
    coroutine.resume(0);
    return coroutine.resume();
  }

  @Suspendable
  private static int one(int suspendAt) {
    int sum = 0;
    for (int i = 0; i < ROUNDS; i++) {
      sum += step(i, suspendAt);
    }
    return sum;
  }

  @Suspendable
  private static int two(int suspendAt) {
    int sum = 0;
    for (int i = 0; i < ROUNDS; i++) {
      sum += step(i, suspendAt);
      sum ^= step(i, NEVER);
    }
    return sum;
  }

  @Suspendable
  private static int nested(int suspendAt) {
    int sum = 0;
    for (int i = 0; i < ROUNDS / 100; i++) {
      sum += step(i, suspendAt);
      for (int j = 0; j < 100; j++) {
        sum ^= step(j, NEVER);
      }
    }
    return sum;
  }

  @Suspendable
  private static int step(int i, int suspendAt) {
    if (i == suspendAt) {
      Coroutine.yield();
    }
    return i ^ 0x55;
  }

  private static int plainOne() {
    int sum = 0;
    for (int i = 0; i < ROUNDS; i++) {
      sum += plainStep(i);
    }
    return sum;
  }

  private static int plainTwo() {
    int sum = 0;
    for (int i = 0; i < ROUNDS; i++) {
      sum += plainStep(i);
      sum ^= plainStep(i);
    }
    return sum;
  }

  private static int plainNested() {
    int sum = 0;
    for (int i = 0; i < ROUNDS / 100; i++) {
      sum += plainStep(i);
      for (int j = 0; j < 100; j++) {
        sum ^= plainStep(j);
      }
    }
    return sum;
  }

  private static volatile int left;

  private static int plainStep(int i) {
    if (i == NEVER) {
      left = i;
    }
    return i ^ 0x55;
  }
}
