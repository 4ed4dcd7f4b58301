package dev.respool.benchmarks.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * Writes numbers for people: three significant digits, whole thousands with commas. What is less
 * than a millionth is nothing.
 */
final class Digits {
  private static final MathContext SIGNIFICANT = new MathContext(3);
  private static final double WHOLE = 100;
  private static final double TINY = 1e-6;

  private Digits() {}

  static String of(double value) {
    if (!Double.isFinite(value)) {
      return Table.MISSING;
    }
    if (Math.abs(value) < TINY) {
      return "0";
    }
    if (Math.abs(value) >= WHOLE) {
      return String.format(Locale.ROOT, "%,d", Math.round(value));
    }
    return BigDecimal.valueOf(value).round(SIGNIFICANT).stripTrailingZeros().toPlainString();
  }

  static String of(OptionalDouble value) {
    return value.isPresent() ? of(value.getAsDouble()) : Table.MISSING;
  }
}
