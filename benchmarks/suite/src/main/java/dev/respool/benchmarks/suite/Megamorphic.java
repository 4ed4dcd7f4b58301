package dev.respool.benchmarks.suite;

import dev.respool.CloseableIntIterator;
import dev.respool.IntGenerator;
import dev.respool.benchmarks.respool.kinds.Kinds;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/**
 * One round trip of each of 64 suspended generators in turn, per round trip: no two of them in a
 * row have frames of the same kind. Respool only.
 */
public class Megamorphic extends PeerBenchmark {
  private static final int KINDS = 64;

  private CloseableIntIterator[] generators;

  /** For JMH. */
  public Megamorphic() {}

  /** Suspends one of each kind. */
  @Setup
  public void suspend() {
    generators =
        Kinds.all().stream()
            .map(body -> IntGenerator.of(body).iterator())
            .toArray(CloseableIntIterator[]::new);
    if (generators.length != KINDS) {
      throw new IllegalStateException(generators.length + " kinds, not " + KINDS);
    }
  }

  /** Unwinds them. */
  @TearDown
  public void close() {
    for (CloseableIntIterator generator : generators) {
      generator.close();
    }
  }

  /**
   * All in turn.
   *
   * @return the sum of what they yield
   */
  @Benchmark
  @OperationsPerInvocation(KINDS)
  public int next() {
    int sum = 0;
    for (CloseableIntIterator generator : generators) {
      sum += generator.nextInt();
    }
    return sum;
  }
}
