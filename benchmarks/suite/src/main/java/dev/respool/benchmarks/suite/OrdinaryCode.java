package dev.respool.benchmarks.suite;

import dev.respool.benchmarks.Ordinary;
import dev.respool.benchmarks.Peer;
import dev.respool.benchmarks.Peers;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/**
 * W4: what it costs ordinary programs that they could suspend, if they do not. The peer named plain
 * is the same Java without coroutines; quote the ratio to it. The thread is an ordinary one of
 * JMH's.
 */
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
    value = 3,
    jvmArgsAppend = {
      Jvm.COLLECTOR,
      Jvm.LEAST_HEAP,
      Jvm.MOST_HEAP,
      Jvm.TOUCHED,
      Jvm.CONTINUATIONS,
      Jvm.SCHEDULERS,
      Jvm.ALONE
    })
public class OrdinaryCode extends PeerBenchmark {
  /** Whose methods run. */
  @Param({"plain", "respool", "respool-awake", "kotlin"})
  public String peer;

  /** What runs. */
  @Param public Ordinary program;

  private IntSupplier chosen;

  /** For JMH. */
  public OrdinaryCode() {}

  /** Chooses the program, after many other kinds of coroutines have run in the process. */
  @Setup
  public void choose() {
    Peer whose = Peers.named(peer);
    if (!peer.equals("plain")) {
      whose.pollute();
    }
    chosen = whose.ordinary(program);
  }

  /**
   * Runs the program.
   *
   * @return its answer
   */
  @Benchmark
  public int run() {
    int answer = chosen.getAsInt();
    if (answer != program.answer()) {
      throw new IllegalStateException(program + ": " + answer + ", not " + program.answer());
    }
    return answer;
  }
}
