package dev.respool.benchmarks.report;

import java.util.List;
import java.util.stream.Collectors;

/** Measurements as they are, for those that no question asks for: scale, memory, tools. */
final class OtherTable {
  private final Table table =
      new Table("measured", "peer", "parameters", Place.HEADING, "median", "±", "unit");

  OtherTable(List<Measurement> measurements) {
    measurements.forEach(this::add);
  }

  @Override
  public String toString() {
    return table.toString();
  }

  private void add(Measurement measurement) {
    table.line(
        measurement.shortName(),
        measurement.peer(),
        parameters(measurement),
        measurement.place().toString(),
        Digits.of(measurement.samples().median()),
        Digits.of(measurement.samples().halfInterquartileRange()),
        measurement.samples().unit());
  }

  private static String parameters(Measurement measurement) {
    return measurement.parameters().entrySet().stream()
        .filter(p -> !p.getKey().equals(Measurement.PEER))
        .map(p -> p.getKey() + " " + p.getValue())
        .collect(Collectors.joining(", "));
  }
}
