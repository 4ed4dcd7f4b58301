package dev.respool.benchmarks.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class DigitsTest {
  @Test
  void numbers_have_three_significant_digits_and_commas() {
    assertEquals("0.369", Digits.of(0.36897));
    assertEquals("4.63", Digits.of(4.634));
    assertEquals("78.4", Digits.of(78.41));
    assertEquals("264", Digits.of(263.7));
    assertEquals("31,710", Digits.of(31710.2));
    assertEquals("10", Digits.of(10.0));
    assertEquals("0.0000312", Digits.of(0.00003123));
    assertEquals("0", Digits.of(0.00000012));
  }

  @Test
  void ratios_have_two_decimals_or_three_significant_digits() {
    assertEquals("0.99", Digits.ratio(0.9881));
    assertEquals("4.04", Digits.ratio(4.0449));
    assertEquals("1", Digits.ratio(1.001));
    assertEquals("30.1", Digits.ratio(30.14));
    assertEquals("741", Digits.ratio(741.4));
    assertEquals("2,150", Digits.ratio(2154));
    assertEquals("0.054", Digits.ratio(0.0538));
    assertEquals("0.0058", Digits.ratio(0.00578));
    assertEquals("0", Digits.ratio(0));
    assertEquals("–", Digits.ratio(Double.NaN));
  }

  @Test
  void what_is_no_number_is_a_dash() {
    assertEquals("–", Digits.of(Double.NaN));
    assertEquals("–", Digits.of(OptionalDouble.empty()));
  }

  @Test
  void times_are_converted_and_other_things_are_not() {
    assertEquals(OptionalDouble.of(1e-3), Unit.MILLISECONDS.factorFrom("us/op"));
    assertEquals(OptionalDouble.of(1), Unit.BYTES.factorFrom("B"));
    assertEquals(OptionalDouble.empty(), Unit.NANOSECONDS.factorFrom("B/op"));
    assertEquals(OptionalDouble.empty(), Unit.NANOSECONDS.factorFrom("ops/s"));
  }
}
