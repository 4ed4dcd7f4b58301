package dev.respool.benchmarks.report;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What JMH says of benchmarks that failed. Its file of results leaves them out, so that the log is
 * the only place that has the reason.
 */
final class JmhLog {
  private static final String BENCHMARK = "# Benchmark: ";
  private static final String PARAMETERS = "# Parameters: ";
  private static final String FAILURE = "<failure>";

  private final String where;
  private final Set<Absence> failures = new LinkedHashSet<>();
  private String benchmark = "";
  private String parameters = "";
  private boolean failed;

  private JmhLog(String where) {
    this.where = where;
  }

  /** Each failed benchmark once, with the first line that JMH says about it. */
  static List<Absence> failures(List<String> lines, String where) {
    JmhLog log = new JmhLog(where);
    lines.forEach(log::read);
    return List.copyOf(log.failures);
  }

  private void read(String line) {
    if (line.startsWith(BENCHMARK)) {
      benchmark =
          line.substring(BENCHMARK.length())
              .replaceFirst("^dev\\.respool\\.benchmarks\\.(suite\\.)?", "");
      parameters = "";
    } else if (line.startsWith(PARAMETERS)) {
      parameters = " " + line.substring(PARAMETERS.length());
    } else if (line.contains(FAILURE)) {
      failed = true;
    } else if (failed && !line.isBlank()) {
      failures.add(new Absence(benchmark + parameters, where, line.strip()));
      failed = false;
    }
  }
}
