package dev.respool.benchmarks.report;

import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A logarithmic axis from one power of ten to another.
 *
 * @param from where the lowest power lies in the drawing
 * @param to where the highest one lies
 * @param low exponent of the lowest
 * @param high exponent of the highest, above it
 */
record LogAxis(double from, double to, int low, int high) {
  /**
   * The axis that just has room for these.
   *
   * @param values above zero, at least one
   */
  static LogAxis around(Collection<Double> values, double from, double to) {
    double least = values.stream().min(Double::compare).orElseThrow();
    double most = values.stream().max(Double::compare).orElseThrow();
    int low = (int) Math.floor(Math.log10(least));
    int high = (int) Math.ceil(Math.log10(most));
    return new LogAxis(from, to, low, Math.max(high, low + 1));
  }

  double position(double value) {
    return from + (to - from) * (Math.log10(value) - low) / (high - low);
  }

  /** The powers of ten. */
  List<Double> ticks() {
    return IntStream.rangeClosed(low, high).mapToObj(e -> Math.pow(10, e)).toList();
  }
}
