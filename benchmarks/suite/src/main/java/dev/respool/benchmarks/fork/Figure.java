package dev.respool.benchmarks.fork;

import java.util.List;
import java.util.Map;

/**
 * Something that was measured.
 *
 * @param name with the last part of the package: {@code memory.Parked}
 * @param parameters by name
 * @param unit of the values
 * @param values one for each time it was measured
 * @param options of the JVM in which it was measured
 */
public record Figure(
    String name,
    Map<String, String> parameters,
    String unit,
    List<Double> values,
    List<String> options) {
  /** Copies what it is given. */
  public Figure {
    parameters = Map.copyOf(parameters);
    values = List.copyOf(values);
    options = List.copyOf(options);
  }

  /**
   * The value in the middle.
   *
   * @return of an even number of values the mean of the two in the middle
   */
  public double median() {
    List<Double> sorted = values.stream().sorted().toList();
    int size = sorted.size();
    return (sorted.get((size - 1) / 2) + sorted.get(size / 2)) / 2;
  }
}
