package dev.respool.benchmarks.suite;

import dev.respool.benchmarks.Peer;
import dev.respool.benchmarks.Peers;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** W8: two coroutines and two channels, per message. */
public class PingPong extends PeerBenchmark {
  private static final int MESSAGES = 100_000;

  /** Who plays. */
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

  private Peer chosen;

  /** For JMH. */
  public PingPong() {}

  /** Chooses the peer. */
  @Setup
  public void choose() {
    chosen = Peers.named(peer);
  }

  /**
   * A whole match.
   *
   * @return the last message
   */
  @Benchmark
  @OperationsPerInvocation(MESSAGES)
  public int message() {
    return chosen.pingPong(MESSAGES);
  }
}
