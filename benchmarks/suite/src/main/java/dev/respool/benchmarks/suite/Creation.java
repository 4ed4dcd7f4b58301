package dev.respool.benchmarks.suite;

import dev.respool.benchmarks.Peer;
import dev.respool.benchmarks.Peers;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** W5: a coroutine's whole life. Run with {@code -prof gc} for its bytes. */
public class Creation extends PeerBenchmark {
  /** Who creates. */
  @Param({
    "respool",
    "respool-escaping",
    "respool-generator",
    "respool-loop",
    "loom",
    "threads",
    "kotlin",
    "kotlin-sequence",
    "kotlinx",
    "javaflow",
    "offbynull",
    "kilim",
    "quasar"
  })
  public String peer;

  /** Small enough to be boxed without allocation. */
  private int x = 42;

  private Peer chosen;

  /** For JMH. */
  public Creation() {}

  /** Chooses the peer. */
  @Setup
  public void choose() {
    chosen = Peers.named(peer);
  }

  /**
   * It does not yield.
   *
   * @return what it returns
   */
  @Benchmark
  public int none() {
    return chosen.createAndFinish(x);
  }

  /**
   * It yields once.
   *
   * @return what it yields plus what it returns
   */
  @Benchmark
  public int one() {
    return chosen.createAndYield(x);
  }
}
