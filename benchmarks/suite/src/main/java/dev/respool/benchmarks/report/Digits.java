package dev.respool.benchmarks.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
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

  /** Of ratios. */
  private static final int DECIMALS = 2;

  private static final double SMALL = 0.1;
  private static final double LARGE = 10;

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
    return plain(BigDecimal.valueOf(value).round(SIGNIFICANT));
  }

  /**
   * A ratio: two decimals, where more would say what was not measured; three significant digits of
   * what is ten or more, two of what is less than a tenth.
   */
  static String ratio(double value) {
    double size = Math.abs(value);
    if (!Double.isFinite(value) || size < TINY) {
      return of(value);
    }
    if (size < SMALL) {
      return plain(BigDecimal.valueOf(value).round(new MathContext(DECIMALS)));
    }
    return size < LARGE
        ? plain(BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_UP))
        : of(BigDecimal.valueOf(value).round(SIGNIFICANT).doubleValue());
  }

  private static String plain(BigDecimal value) {
    return value.stripTrailingZeros().toPlainString();
  }

  static String of(OptionalDouble value) {
    return value.isPresent() ? of(value.getAsDouble()) : Table.MISSING;
  }
}
