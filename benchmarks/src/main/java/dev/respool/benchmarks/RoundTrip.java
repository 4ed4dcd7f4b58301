package dev.respool.benchmarks;

import dev.respool.CloseableIterator;
import dev.respool.Coroutine;
import dev.respool.Generator;
import dev.respool.Suspendable;
import dev.respool.Yielder;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One yield and one resume, with {@code depth} suspended frames on top of each other: the cost must
 * not depend on their number, because only the innermost is re-entered. Run with {@code -prof gc},
 * a round trip allocates nothing.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class RoundTrip {
  private static final Integer ELEMENT = 1;

  /** How many calls stand between the body and the yield. */
  @Param({"1", "10", "1000"})
  public int depth;

  private CloseableIterator<Integer> generator;
  private Coroutine<Object, Object> coroutine;

  /** Suspends a generator and a coroutine at the depth. */
  @Setup
  public void suspend() {
    generator = Generator.<Integer>of(g -> generate(g, depth)).iterator();
    generator.next();
    coroutine = Coroutine.create(() -> yieldForever(depth));
    coroutine.resume();
  }

  /** Unwinds both. */
  @TearDown
  public void close() {
    generator.close();
    coroutine.close();
  }

  /**
   * The next element of a generator.
   *
   * @return the element
   */
  @Benchmark
  public Integer generator() {
    return generator.next();
  }

  /**
   * A coroutine's resume.
   *
   * @return what it yields
   */
  @Benchmark
  public Object coroutine() {
    return coroutine.resume();
  }

  @Suspendable
  private static void generate(Yielder<Integer> g, int depth) {
    if (depth > 1) {
      generate(g, depth - 1);
      return;
    }
    while (true) {
      g.yield(ELEMENT);
    }
  }

  @Suspendable
  private static void yieldForever(int depth) {
    if (depth > 1) {
      yieldForever(depth - 1);
      return;
    }
    while (true) {
      Coroutine.yield(ELEMENT);
    }
  }
}
