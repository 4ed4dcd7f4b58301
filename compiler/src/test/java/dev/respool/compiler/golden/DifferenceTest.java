package dev.respool.compiler.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class DifferenceTest {
  @Test
  void equal_texts_have_no_difference() {
    assertEquals("", Difference.between("a\nb\n", "a\nb\n"));
  }

  @Test
  void shows_the_lines_that_went_and_came_between_those_that_stayed() {
    assertEquals(
        "at line 3:\n  a\n  b\n- c\n+ x\n+ y\n  d\n",
        Difference.between("a\nb\nc\nd\n", "a\nb\nx\ny\nd\n"));
  }

  @Test
  void a_line_that_only_came_is_shown_at_its_place() {
    assertEquals("at line 2:\n  a\n+ b\n  c\n", Difference.between("a\nc\n", "a\nb\nc\n"));
  }

  @Test
  void a_long_difference_is_cut() {
    String difference = Difference.between("", "x\n".repeat(20));
    assertEquals("at line 1:\n" + "+ x\n".repeat(12) + "+ … 8 more lines\n", difference);
  }
}
