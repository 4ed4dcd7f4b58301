package dev.respool.benchmarks.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class SamplesTest {
  @Test
  void the_median_of_an_odd_number_of_values_is_the_middle_one() {
    assertEquals(3, samples(100.0, 1.0, 3.0).median());
  }

  @Test
  void the_median_of_an_even_number_of_values_lies_between_the_middle_two() {
    assertEquals(2.5, samples(4.0, 1.0, 2.0, 3.0).median());
  }

  @Test
  void the_spread_is_half_of_the_interquartile_range() {
    assertEquals(OptionalDouble.of(1), samples(1.0, 2.0, 3.0, 4.0, 500.0).halfInterquartileRange());
  }

  @Test
  void too_few_values_have_no_spread() {
    assertEquals(OptionalDouble.empty(), samples(1.0, 2.0, 3.0).halfInterquartileRange());
  }

  @Test
  void no_values_are_no_samples() {
    assertThrows(IllegalArgumentException.class, () -> new Samples("ns/op", List.of()));
  }

  private static Samples samples(Double... values) {
    return new Samples("ns/op", List.of(values));
  }
}
