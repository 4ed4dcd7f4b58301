package dev.respool.benchmarks.report;

import java.util.OptionalDouble;

/**
 * What Respool is meant to reach. Figures that were taken elsewhere are carried over as ratios: a
 * target is judged by its figure and by how it compares with the peers of the same run, and the
 * page shows all of it.
 *
 * @param question what is measured; less is better
 * @param ours which of Respool's peers it is about, a regular expression
 * @param atMost the figure, in the question's unit
 * @param timesBetterThanBest than the best rival; nothing if the target does not say
 * @param timesBetterThanLoom than Loom; nothing if the target does not say
 */
record Target(
    Question question,
    String ours,
    double atMost,
    OptionalDouble timesBetterThanBest,
    OptionalDouble timesBetterThanLoom) {
  /** Bytes: what JMH itself allocates in an iteration, spread over the operations. */
  private static final double TRACE = 0.1;

  /** The answer to a comparison, as the page has it. */
  static String verdict(boolean met) {
    return met ? "met" : "**not met**";
  }

  String judge(Row row) {
    double tolerance = question.unit() == Unit.BYTES ? TRACE : 0;
    return verdict(row.value() <= atMost + tolerance);
  }
}
