package dev.respool.benchmarks.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A line of the table of ratios.
 *
 * @param title of the workload
 * @param jdk on which it was measured
 * @param standing Respool's beside the rivals'
 */
record RatioLine(String title, int jdk, Standing standing) {
  private static final String BY_HAND = "respool";
  private static final String LOOP = "respool-loop";
  private static final String OBJECTS = "respool-generator";

  /** A workload, and by which of Respool's peers it stands in the table. */
  private record Asked(String title, Question question, String ours) {}

  private static final List<Asked> ASKED =
      List.of(
          new Asked("W1 generator alone", Workloads.MONO, BY_HAND),
          new Asked("W1 generator among others", Workloads.POLLUTED, BY_HAND),
          new Asked("W1 generator of objects", Workloads.POLLUTED, OBJECTS),
          new Asked("W2 10 calls deep", Workloads.DEPTH_10, BY_HAND),
          new Asked("W2 1,000 calls deep", Workloads.DEPTH_1000, BY_HAND),
          new Asked("W3 tree walk", Workloads.WALK, BY_HAND),
          new Asked("W4 recursion", Workloads.FIB, BY_HAND),
          new Asked("W4 loop", Workloads.LOOP, BY_HAND),
          new Asked("W5 create and finish", Workloads.NONE, BY_HAND),
          new Asked("W5 with one yield", Workloads.ONE, BY_HAND),
          new Asked("W5 with one yield on the loop", Workloads.ONE, LOOP),
          new Asked("W6 bytes 1 deep", Workloads.PARKED_1, BY_HAND),
          new Asked("W6 bytes 10 deep", Workloads.PARKED_10, BY_HAND),
          new Asked("W7 skynet", Workloads.SKYNET, BY_HAND),
          new Asked("W7 skynet on the loop", Workloads.SKYNET, LOOP),
          new Asked("W8 ping-pong", Workloads.PING_PONG, BY_HAND),
          new Asked("W8 ping-pong on the loop", Workloads.PING_PONG, LOOP),
          new Asked("W9 Lua's coroutines", Workloads.LUA_COROUTINES, BY_HAND));

  /** All that were measured, a workload's JDKs below each other. */
  static List<RatioLine> all(Results results) {
    return ASKED.stream()
        .flatMap(asked -> results.jdks().stream().flatMap(jdk -> line(asked, jdk, results)))
        .toList();
  }

  private static Stream<RatioLine> line(Asked asked, int jdk, Results results) {
    return Standing.of(asked.question(), asked.ours(), jdk, results)
        .map(standing -> new RatioLine(asked.title(), jdk, standing))
        .stream();
  }

  /** What Respool took. */
  String figure() {
    return Digits.of(standing.ours().value()) + " " + standing.unit().symbol();
  }

  /** How many times better than the rival; nothing if the rival was not measured. */
  Optional<Double> ratio(PeerName rival) {
    return standing.timesBetterThan(rival);
  }
}
