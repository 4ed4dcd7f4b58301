package dev.respool.benchmarks.suite;

import dev.respool.Coroutine;
import dev.respool.Suspendable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/** W2 for a coroutine in place of a generator: values go both ways. Respool only. */
public class Resumption extends PeerBenchmark {
  /** How many activations are suspended. */
  @Param({"1", "10", "100", "1000"})
  public int depth;

  private Coroutine<String, String> coroutine;

  /** For JMH. */
  public Resumption() {}

  /** Suspends a coroutine at the depth. */
  @Setup
  public void suspend() {
    coroutine =
        depth == 1
            ? Coroutine.create(Resumption::answer)
            : Coroutine.create(first -> descend(first, depth - 1) + depth);
    coroutine.resume("first");
  }

  /** Unwinds it. */
  @TearDown
  public void close() {
    coroutine.close();
  }

  /**
   * One round trip.
   *
   * @return what the coroutine answers
   */
  @Benchmark
  public String resume() {
    return coroutine.resume("next");
  }

  @Suspendable
  private static String answer(String first) {
    for (String question = first; ; ) {
      question = Coroutine.yield(question);
    }
  }

  @Suspendable
  private static String descend(String first, int depth) {
    if (depth > 1) {
      return descend(first, depth - 1) + depth;
    }
    for (String question = first; ; ) {
      question = Coroutine.yield(question);
    }
  }
}
