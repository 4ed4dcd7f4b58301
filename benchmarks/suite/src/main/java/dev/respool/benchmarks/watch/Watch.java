package dev.respool.benchmarks.watch;

import java.io.File;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.profile.ExternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/** Watches the machine around each fork, and adds what it saw to the fork's results. */
public final class Watch implements ExternalProfiler {
  /** More than that slower before or after a fork, and the fork was disturbed. */
  private static final double TOLERATED_SLOWDOWN = 1.2;

  /** More than that share of the processor's time for others, and the fork was disturbed. */
  private static final double TOLERATED_SHARE = 0.1;

  /** More than that of another processor for others: it may be the other half of this core. */
  private static final double TOLERATED_ELSEWHERE = 0.3;

  private static final String SLOWDOWN = "watch.slowdown";
  private static final String OTHERS = "watch.others";
  private static final String ELSEWHERE = "watch.elsewhere";

  private final Calibration calibration = new Calibration();
  private double slowdownBefore;
  private Processor before;

  /** What a fork's results tell of its disturbance: 1 is the most that is tolerated. */
  static double disturbance(BenchmarkResult fork) {
    return disturbance(score(fork, SLOWDOWN), score(fork, OTHERS), score(fork, ELSEWHERE));
  }

  /**
   * The worst of what was seen counts.
   *
   * @param slowdown how many times longer the same work took
   * @param others the share of this processor that others had
   * @param elsewhere how busy others kept the other processors
   */
  static double disturbance(double slowdown, double others, double elsewhere) {
    double slower = (slowdown - 1) / (TOLERATED_SLOWDOWN - 1);
    return Math.max(Math.max(slower, others / TOLERATED_SHARE), elsewhere / TOLERATED_ELSEWHERE);
  }

  private static double score(BenchmarkResult fork, String name) {
    return fork.getSecondaryResults().get(name).getScore();
  }

  @Override
  public void beforeTrial(BenchmarkParams parameters) {
    slowdownBefore = calibration.slowdown();
    before = Processor.now();
  }

  @Override
  public Collection<? extends Result<?>> afterTrial(
      BenchmarkResult fork, long pid, File out, File err) {
    Processor now = Processor.now();
    double slowdown = Math.max(slowdownBefore, calibration.slowdown());
    return List.of(
        new ScalarResult(SLOWDOWN, slowdown, "times", AggregationPolicy.MAX),
        new ScalarResult(OTHERS, now.othersSince(before), "of the time", AggregationPolicy.MAX),
        new ScalarResult(
            ELSEWHERE, now.elsewhereSince(before), "processors", AggregationPolicy.MAX));
  }

  @Override
  public Collection<String> addJVMInvokeOptions(BenchmarkParams parameters) {
    return List.of();
  }

  @Override
  public Collection<String> addJVMOptions(BenchmarkParams parameters) {
    return List.of();
  }

  @Override
  public boolean allowPrintOut() {
    return true;
  }

  @Override
  public boolean allowPrintErr() {
    return true;
  }

  @Override
  public String getDescription() {
    return "Whether something else disturbed a fork";
  }
}
