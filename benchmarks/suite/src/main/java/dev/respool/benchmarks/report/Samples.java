package dev.respool.benchmarks.report;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What was measured again and again of one thing.
 *
 * @param unit as in the file, for example {@code ns/op}
 * @param values of all forks and iterations, ascending; never empty
 */
record Samples(String unit, List<Double> values) {
  /** With fewer values than this, quartiles say nothing. */
  private static final int ENOUGH_FOR_QUARTILES = 4;

  Samples {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("No values in " + unit);
    }
    values = values.stream().sorted().toList();
  }

  double median() {
    return quantile(0.5);
  }

  /** Half of the width that holds the middle half of the values; nothing if there are too few. */
  OptionalDouble halfInterquartileRange() {
    if (values.size() < ENOUGH_FOR_QUARTILES) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of((quantile(0.75) - quantile(0.25)) / 2);
  }

  /** The value below which this part of the values lies, interpolated between neighbours. */
  private double quantile(double part) {
    double position = part * (values.size() - 1);
    int below = (int) position;
    int above = Math.min(below + 1, values.size() - 1);
    double share = position - below;
    return values.get(below) * (1 - share) + values.get(above) * share;
  }
}
