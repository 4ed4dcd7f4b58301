package dev.respool.benchmarks.report;

import java.util.Map;
import java.util.Optional;

/**
 * One entry of a file of results.
 *
 * @param benchmark with its package: {@code dev.respool.benchmarks.suite.Skynet.sum}
 * @param parameters the peer among them
 * @param allocation bytes allocated by an operation, where that was measured
 */
record Measurement(
    Place place,
    String benchmark,
    Map<String, String> parameters,
    Setting setting,
    Samples samples,
    Optional<Samples> allocation) {
  /** The parameter that names who was measured. */
  static final String PEER = "peer";

  /** Who was measured; empty if the benchmark has no peers. */
  String peer() {
    return parameters.getOrDefault(PEER, "");
  }

  /** The benchmark without the project's package: {@code Skynet.sum}, {@code memory.Parked}. */
  String shortName() {
    return benchmark.replaceFirst("^dev\\.respool\\.benchmarks\\.(suite\\.)?", "");
  }
}
