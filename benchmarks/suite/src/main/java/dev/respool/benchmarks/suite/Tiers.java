package dev.respool.benchmarks.suite;

import dev.respool.benchmarks.IntSource;
import dev.respool.benchmarks.Peers;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/**
 * The next int of a generator before C2 has had its turn: what a program gets while it is young.
 */
public class Tiers extends PeerBenchmark {
  /** Who generates. */
  @Param({"respool", "loom", "kotlin"})
  public String peer;

  /** How many activations are suspended. */
  @Param({"1", "10"})
  public int depth;

  private IntSource generator;

  /** For JMH. */
  public Tiers() {}

  /** Suspends the generator at the depth. */
  @Setup
  public void suspend() {
    generator = Peers.named(peer).generator(depth);
    generator.next();
  }

  /** Ends the generator. */
  @TearDown
  public void close() {
    generator.close();
  }

  /**
   * Compiled by C1 only.
   *
   * @return the element
   */
  @Benchmark
  @Fork(jvmArgsAppend = {"-XX:TieredStopAtLevel=1", Jvm.CONTINUATIONS})
  public int compiledByC1() {
    return generator.next();
  }

  /**
   * Interpreted.
   *
   * @return the element
   */
  @Benchmark
  @Fork(jvmArgsAppend = {"-Xint", Jvm.CONTINUATIONS})
  public int interpreted() {
    return generator.next();
  }
}
