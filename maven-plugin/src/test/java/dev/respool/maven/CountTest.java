package dev.respool.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CountTest {
  @Test
  void one_thing_is_singular_and_any_other_number_plural() {
    assertEquals("1 method", AbstractRespoolMojo.count(1, "method"));
    assertEquals("0 methods", AbstractRespoolMojo.count(0, "method"));
    assertEquals("1 class", AbstractRespoolMojo.count(1, "class"));
    assertEquals("2 classes", AbstractRespoolMojo.count(2, "class"));
  }
}
