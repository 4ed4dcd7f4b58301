package dev.respool.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.benchmarks.suite.Generators;
import dev.respool.benchmarks.suite.Resumption;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * What must hold on any machine, however busy: a round trip allocates nothing and does not depend
 * on how many activations are suspended. What disturbs only makes it slower, so of all iterations
 * the best counts, and where the times are not as they should be they are taken again. They are
 * compared with each other only. At depth 1 the JIT compiler may make the body part of its
 * consumer, so more is allowed from there to depth 10 than from depth 10 to 1000.
 */
class SmokeTest {
  /** Bytes; what JMH itself allocates in an iteration, spread over the round trips. */
  private static final double NOTHING = 0.5;

  /** JMH's name of what was allocated per operation. */
  private static final String BYTES = "gc.alloc.rate.norm";

  private static final int BODY = 1;
  private static final int SHALLOW = 10;
  private static final int DEEP = 1_000;

  /** How many times a round trip at depth 1000 may take that at depth 10. */
  private static final double FLAT = 1.5;

  /** How many times a round trip at depth 10 may take that at depth 1. */
  private static final double FOLDED = 4;

  private static final int ATTEMPTS = 4;

  @Test
  void a_generators_round_trip_allocates_nothing_and_is_flat() throws RunnerException {
    check(Generators.class, options().param("peer", "respool").param("polluted", "false"));
  }

  @Test
  void a_coroutines_round_trip_allocates_nothing_and_is_flat() throws RunnerException {
    check(Resumption.class, options());
  }

  private static ChainedOptionsBuilder options() {
    return new OptionsBuilder()
        .param("depth", "1", "10", "1000")
        .forks(1)
        .jvmArgsAppend("-XX:+UseG1GC", "-Xmx256m")
        .warmupIterations(3)
        .warmupTime(TimeValue.milliseconds(300))
        .measurementIterations(5)
        .measurementTime(TimeValue.milliseconds(200))
        .addProfiler(GCProfiler.class)
        .shouldFailOnError(true)
        .verbosity(VerboseMode.SILENT);
  }

  private static void check(Class<?> benchmark, ChainedOptionsBuilder options)
      throws RunnerException {
    SortedMap<Integer, Double> times = new TreeMap<>();
    for (int attempt = 1; attempt <= ATTEMPTS && !isFlat(times); attempt++) {
      Collection<RunResult> results = run(benchmark, options);
      assertEquals(3, results.size());
      results.forEach(SmokeTest::checkBytes);
      results.forEach(result -> times.merge(depth(result), nanoseconds(result), Math::min));
      System.out.println(benchmark.getSimpleName() + ", nanoseconds by depth: " + times);
    }
    assertTrue(isFlat(times), () -> "depends on the depth: " + times);
  }

  private static boolean isFlat(SortedMap<Integer, Double> times) {
    return !times.isEmpty()
        && times.get(DEEP) <= FLAT * times.get(SHALLOW)
        && times.get(SHALLOW) <= FOLDED * times.get(BODY);
  }

  private static Collection<RunResult> run(Class<?> benchmark, ChainedOptionsBuilder options)
      throws RunnerException {
    return new Runner(options.include("\\." + benchmark.getSimpleName() + "\\.").build()).run();
  }

  private static void checkBytes(RunResult result) {
    double bytes = result.getSecondaryResults().get(BYTES).getStatistics().getMin();
    assertTrue(bytes < NOTHING, () -> bytes + " bytes per round trip at depth " + depth(result));
  }

  private static double nanoseconds(RunResult result) {
    return result.getPrimaryResult().getStatistics().getMin();
  }

  private static int depth(RunResult result) {
    return Integer.parseInt(result.getParams().getParam("depth"));
  }
}
