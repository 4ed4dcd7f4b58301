package dev.respool.benchmarks.suite;

import dev.respool.benchmarks.Peer;
import dev.respool.benchmarks.Peers;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/**
 * W10: a suspended coroutine becomes bytes, and bytes become a suspended coroutine. The peer named
 * plain writes a list of objects with the same ints by the JDK's serialization.
 */
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class Saving extends PeerBenchmark {
  /** Whose coroutine it is. */
  @Param({"plain", "respool", "offbynull"})
  public String peer;

  /** How many activations are suspended. */
  @Param({"1", "10", "100", "1000"})
  public int depth;

  private Peer chosen;
  private Object parked;
  private byte[] saved;

  /** For JMH. */
  public Saving() {}

  /** Suspends a coroutine at the depth, and saves it. */
  @Setup
  public void park() {
    chosen = Peers.named(peer);
    parked = chosen.park(depth);
    saved = chosen.save(parked);
  }

  /**
   * Writes it.
   *
   * @return its bytes
   */
  @Benchmark
  public byte[] save() {
    return chosen.save(parked);
  }

  /**
   * Reads it.
   *
   * @return a coroutine at the same place
   */
  @Benchmark
  public Object restore() {
    return chosen.restore(saved);
  }
}
