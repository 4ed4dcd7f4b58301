package dev.respool.benchmarks.suite;

import dev.respool.benchmarks.IntSource;
import dev.respool.benchmarks.Peer;
import dev.respool.benchmarks.Peers;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/**
 * W1 and W2: the next int of a generator that yields below {@code depth} activations. Polluted
 * means that many other kinds of suspended methods have run before.
 */
public class Generators extends PeerBenchmark {
  /** Who generates. */
  @Param({
    "respool",
    "respool-generator",
    "loom",
    "threads",
    "kotlin",
    "kotlin-sequence",
    "javaflow",
    "offbynull",
    "kilim",
    "quasar"
  })
  public String peer;

  /** How many activations are suspended. */
  @Param({"1", "10", "100", "1000"})
  public int depth;

  /** Whether {@link Peer#pollute} has run. */
  @Param({"false", "true"})
  public boolean polluted;

  private IntSource generator;

  /** For JMH. */
  public Generators() {}

  /** Suspends the generator at the depth. */
  @Setup
  public void suspend() {
    Peer chosen = Peers.named(peer);
    if (polluted) {
      chosen.pollute();
    }
    generator = chosen.generator(depth);
    generator.next();
  }

  /** Ends the generator. */
  @TearDown
  public void close() {
    generator.close();
  }

  /**
   * One round trip.
   *
   * @return the element
   */
  @Benchmark
  public int next() {
    return generator.next();
  }
}
