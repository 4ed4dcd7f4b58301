package dev.respool.benchmarks.report;

import java.util.OptionalDouble;

/** The units that the page shows, and how to come to them from those of the files. */
enum Unit {
  NANOSECONDS("ns"),
  MICROSECONDS("µs"),
  MILLISECONDS("ms"),
  BYTES("B"),
  RATIO("times");

  private final String symbol;

  Unit(String symbol) {
    this.symbol = symbol;
  }

  String symbol() {
    return symbol;
  }

  /** A value in digits. */
  String digits(double value) {
    return this == RATIO ? Digits.ratio(value) : Digits.of(value);
  }

  /**
   * What a value of the unit of a file has to be multiplied by.
   *
   * @param unit for example {@code us/op}
   * @return nothing if it measures something else
   */
  OptionalDouble factorFrom(String unit) {
    String what = unit.endsWith("/op") ? unit.substring(0, unit.length() - 3) : unit;
    if (what.equals(symbol)) {
      return OptionalDouble.of(1);
    }
    double from = nanoseconds(what);
    double to = nanoseconds(symbol);
    return from > 0 && to > 0 ? OptionalDouble.of(from / to) : OptionalDouble.empty();
  }

  private static double nanoseconds(String symbol) {
    return switch (symbol) {
      case "ns" -> 1;
      case "us", "µs" -> 1e3;
      case "ms" -> 1e6;
      case "s" -> 1e9;
      default -> 0;
    };
  }
}
