package dev.respool.benchmarks.suite;

import dev.respool.benchmarks.Peer;
import dev.respool.benchmarks.Peers;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.Warmup;

/** W7: a tree of 1,111,111 coroutines that add up their numbers through channels. */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 10)
@Measurement(iterations = 10)
public class Skynet extends PeerBenchmark {
  /** Who adds. */
  @Param({
    "respool",
    "respool-loop",
    "loom",
    "threads",
    "kotlin",
    "kotlin-plain",
    "kotlinx",
    "javaflow",
    "offbynull",
    "kilim",
    "quasar"
  })
  public String peer;

  /** How many leaves the tree has. */
  @Param("1000000")
  public int leaves;

  private Peer chosen;

  /** For JMH. */
  public Skynet() {}

  /** Chooses the peer. */
  @Setup
  public void choose() {
    chosen = Peers.named(peer);
  }

  /**
   * The whole tree.
   *
   * @return the sum of the leaves' numbers
   */
  @Benchmark
  public long sum() {
    return chosen.skynet(leaves);
  }
}
