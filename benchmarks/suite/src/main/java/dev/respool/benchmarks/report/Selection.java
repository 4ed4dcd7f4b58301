package dev.respool.benchmarks.report;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * Which entries of the files are meant.
 *
 * @param benchmark what the short name has to match, as a whole
 * @param parameters which values the parameters must have; others may have any
 */
record Selection(Pattern benchmark, Map<String, String> parameters) {
  /**
   * A selection by the names of parameters and their values.
   *
   * @param parameters name, value, name, value, …; at most two of them
   */
  static Selection of(String benchmark, String... parameters) {
    Map<String, String> wanted =
        switch (parameters.length) {
          case 0 -> Map.of();
          case 2 -> Map.of(parameters[0], parameters[1]);
          default -> Map.of(parameters[0], parameters[1], parameters[2], parameters[3]);
        };
    return new Selection(Pattern.compile(benchmark), wanted);
  }

  /** Whether it is an entry of that peer; one without a peer is everybody's. */
  boolean matches(Measurement measurement, String peer) {
    String wanted = parameters.getOrDefault(Measurement.PEER, peer);
    return matches(measurement)
        && (measurement.peer().isEmpty() || measurement.peer().equals(wanted));
  }

  /** Whether it is an entry of whomever. */
  boolean matches(Measurement measurement) {
    return benchmark.matcher(measurement.shortName()).matches()
        && parameters.entrySet().stream()
            .allMatch(p -> p.getValue().equals(measurement.parameters().get(p.getKey())));
  }
}
