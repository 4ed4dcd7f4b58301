package dev.respool.benchmarks.suite;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** How all benchmarks are run, unless they say otherwise: nanoseconds of an operation. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 3,
    jvmArgsAppend = {
      Jvm.COLLECTOR,
      Jvm.LEAST_HEAP,
      Jvm.MOST_HEAP,
      Jvm.TOUCHED,
      Jvm.CONTINUATIONS,
      Jvm.SCHEDULERS
    })
public abstract class PeerBenchmark {
  /** For subclasses. */
  protected PeerBenchmark() {}
}
