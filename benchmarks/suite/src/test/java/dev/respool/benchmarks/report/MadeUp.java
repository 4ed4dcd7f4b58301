package dev.respool.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Results that nobody has measured, as JMH would write them. */
final class MadeUp {
  private final List<String> entries = new ArrayList<>();

  /**
   * An entry of the suite.
   *
   * @param parameters the inside of a JSON object
   * @param values of one fork, with commas
   */
  MadeUp entry(String benchmark, String parameters, String unit, String values) {
    return entry(benchmark, parameters, unit, values, "{}");
  }

  /** An entry whose operations allocate that many bytes. */
  MadeUp allocating(String benchmark, String parameters, String unit, String values, String bytes) {
    String metric =
        """
        {"gc.alloc.rate.norm": {"score": %s, "scoreUnit": "B/op", "rawData": [[%s]]}}"""
            .formatted(bytes, bytes);
    return entry(benchmark, parameters, unit, values, metric);
  }

  private MadeUp entry(
      String benchmark, String parameters, String unit, String values, String secondary) {
    entries.add(
        """
        {"benchmark": "dev.respool.benchmarks.%s", "mode": "avgt", "forks": 1,
         "jvmArgs": ["-Xmx1g", "-javaagent:/somewhere/else/agent.jar"],
         "jdkVersion": "25", "vmName": "A VM", "vmVersion": "25+1",
         "warmupIterations": 5, "warmupTime": "1 s", "measurementIterations": 4,
         "measurementTime": "1 s", "params": {%s},
         "primaryMetric": {"score": 1, "scoreError": "NaN", "scoreUnit": "%s", "rawData": [[%s]]},
         "secondaryMetrics": %s}"""
            .formatted(benchmark, parameters, unit, values, secondary));
    return this;
  }

  /** A generator's round trip. */
  MadeUp roundTrip(String peer, int depth, boolean polluted, String values) {
    String parameters =
        """
        "peer": "%s", "depth": "%d", "polluted": "%s\""""
            .formatted(peer, depth, polluted);
    return entry("suite.Generators.next", parameters, "ns/op", values);
  }

  /** A run of an ordinary program, in microseconds. */
  MadeUp program(String program, String peer, String values) {
    String parameters =
        """
        "peer": "%s", "program": "%s\""""
            .formatted(peer, program);
    return entry("suite.OrdinaryCode.run", parameters, "us/op", values);
  }

  void write(Path directory, String name) throws IOException {
    Files.createDirectories(directory);
    Files.writeString(directory.resolve(name), entries.toString());
  }
}
