package dev.respool.benchmarks.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What JMH says of benchmarks that failed. Its file of results leaves them out, so that the log is
 * the only place that has the reason.
 */
final class JmhLog {
  private static final String BENCHMARK = "# Benchmark: ";
  private static final String PARAMETERS = "# Parameters: ";
  private static final String FAILURE = "<failure>";

  private final Map<String, String> failures = new LinkedHashMap<>();
  private String benchmark = "";
  private String parameters = "";
  private boolean failed;

  private JmhLog() {}

  /**
   * The benchmarks that failed.
   *
   * @return the first line that JMH says about it, by the benchmark with its parameters
   */
  static Map<String, String> failures(List<String> lines) {
    JmhLog log = new JmhLog();
    lines.forEach(log::read);
    return log.failures;
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
      failures.putIfAbsent(benchmark + parameters, line.strip());
      failed = false;
    }
  }
}
