package dev.respool.benchmarks.report;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * All peers' answers to one question on one JDK.
 *
 * <p>The other peers are taken from the plugin's directory, where they are measured in the same run
 * as Respool. A peer without an answer has no row.
 */
final class Comparison {
  /** The JDK's own coroutines, which are never the best peer's stand-in but always shown. */
  static final String LOOM = "loom";

  /** Plain Java without coroutines: what ratios are taken to, nobody's rival. */
  static final String PLAIN = "plain";

  private final Question question;
  private final int jdk;
  private final List<Measurement> measurements;
  private final List<Row> rows;

  Comparison(Question question, int jdk, List<Measurement> measurements) {
    this.question = question;
    this.jdk = jdk;
    this.measurements = measurements;
    this.rows =
        measurements.stream()
            .filter(m -> m.place().jdk() == jdk && question.selection().matches(m))
            .flatMap(m -> row(m).stream())
            .sorted(Comparator.comparingDouble(Row::value))
            .toList();
  }

  /** The best first. */
  List<Row> rows() {
    return rows;
  }

  /** All but plain Java's. */
  List<Row> coloured() {
    return rows.stream().filter(r -> !r.peer().equals(PLAIN)).toList();
  }

  /** Respool's own rows, those of the plugin first. */
  List<Row> respool() {
    return rows.stream()
        .filter(Row::isRespool)
        .sorted(
            Comparator.comparing(Row::peer)
                .thenComparing(Row::door, Comparator.<String>reverseOrder()))
        .toList();
  }

  Optional<Row> loom() {
    return rows.stream().filter(r -> r.peer().equals(LOOM) && isPlugin(r)).findFirst();
  }

  /** The named peer; Respool's by the plugin's door. */
  Optional<Row> peer(String name) {
    return rows.stream().filter(r -> r.peer().equals(name) && isPlugin(r)).findFirst();
  }

  /** All that Respool is compared with, the best first. */
  List<Row> rivals() {
    return rows.stream().filter(r -> isRival(r) && isPlugin(r)).toList();
  }

  /** The best of the rivals. */
  Optional<Row> best() {
    return rivals().stream().findFirst();
  }

  private boolean isRival(Row row) {
    return !row.isRespool() && !question.outside().contains(row.peer());
  }

  private static boolean isPlugin(Row row) {
    return row.door().equals(Place.PLUGIN);
  }

  private Optional<Row> row(Measurement measurement) {
    Optional<Samples> samples = asked(measurement);
    OptionalDouble factor =
        samples.isEmpty() ? OptionalDouble.empty() : factor(measurement, samples.get());
    return factor.isEmpty()
        ? Optional.empty()
        : Optional.of(row(measurement, samples.get(), factor.getAsDouble()));
  }

  private static Row row(Measurement measurement, Samples samples, double factor) {
    OptionalDouble spread = samples.halfInterquartileRange();
    return new Row(
        measurement.peer(),
        measurement.place().door(),
        samples.median() * factor,
        spread.isPresent() ? OptionalDouble.of(spread.getAsDouble() * factor) : spread,
        measurement.allocation().stream().mapToDouble(Samples::median).findFirst());
  }

  private Optional<Samples> asked(Measurement measurement) {
    return switch (question.quantity()) {
      case SCORE -> Optional.of(measurement.samples());
      case ALLOCATION -> measurement.allocation();
    };
  }

  /** From the file's unit to the question's, or to the ratio. */
  private OptionalDouble factor(Measurement measurement, Samples samples) {
    if (question.base().isEmpty()) {
      return question.unit().factorFrom(samples.unit());
    }
    return base(measurement)
        .filter(base -> base.unit().equals(samples.unit()) && base.median() != 0)
        .stream()
        .mapToDouble(base -> 1 / base.median())
        .findFirst();
  }

  /** By the same door if it was measured there, else by the plugin's. */
  private Optional<Samples> base(Measurement measurement) {
    Selection base = question.base().orElseThrow();
    return measurements.stream()
        .filter(m -> m.place().jdk() == jdk && base.matches(m, measurement.peer()))
        .filter(m -> m.place().equals(measurement.place()) || isPlugin(m))
        .min(Comparator.comparing(m -> !m.place().equals(measurement.place())))
        .flatMap(this::asked);
  }

  private static boolean isPlugin(Measurement measurement) {
    return measurement.place().door().equals(Place.PLUGIN);
  }
}
