package dev.respool.benchmarks.report;

/** The page of the targets in Markdown. */
final class TargetPage {
  private static final String INTRODUCTION =
      """
      # Targets

      `benchmarks/run` writes this page; do not edit it. [Performance](../performance.md) has all figures, and
      [decision 8](../decisions/0008-targets.md) says what stands in the way of the targets that are missed.

      The targets were set before Respool was measured, against figures of its peers from another machine; those of the
      ordinary programs were set later, when some took five times what plain Java takes. Ratios carry over to this
      machine, nanoseconds and milliseconds do not, so both are judged: the figure itself, and how many times better it
      is than the best peer and than Loom in the same run. The best peer is the best of those that are not Respool.
      """;

  private final Results results;

  TargetPage(Results results) {
    this.results = results;
  }

  /** The whole page. */
  String write() {
    StringBuilder text = new StringBuilder(INTRODUCTION);
    for (int jdk : results.jdks()) {
      text.append("\n## JDK ").append(jdk).append("\n\n").append(new TargetTable(results, jdk));
    }
    return text.toString();
  }
}
