package dev.respool.benchmarks.suite;

import dev.respool.benchmarks.Peer;
import dev.respool.benchmarks.Peers;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/**
 * W4: what it costs that a method could suspend, if it does not. The peer named plain is the same
 * Java without coroutines; quote the ratio to it. The thread is an ordinary one of JMH's.
 */
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class Colour extends PeerBenchmark {
  private static final int FIB = 30;
  private static final int CALLS = 1_000_000;

  /** Whose methods run. */
  @Param({
    "plain",
    "respool",
    "respool-loop",
    "loom",
    "threads",
    "kotlin",
    "kotlinx",
    "javaflow",
    "offbynull",
    "kilim",
    "quasar"
  })
  public String peer;

  private Peer chosen;

  /** For JMH. */
  public Colour() {}

  /** Chooses the peer. */
  @Setup
  public void choose() {
    chosen = Peers.named(peer);
  }

  /**
   * Recursion: 1.3 million calls.
   *
   * @return the 30th Fibonacci number
   */
  @Benchmark
  public int fib() {
    return chosen.fib(FIB);
  }

  /**
   * A loop: a million calls of a small method.
   *
   * @return their sum
   */
  @Benchmark
  public int loop() {
    return chosen.loop(CALLS);
  }
}
