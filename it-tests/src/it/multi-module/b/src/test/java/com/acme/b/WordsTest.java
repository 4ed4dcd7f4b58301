package com.acme.b;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordsTest {
  @Test
  void a_yield_passes_annotated_and_unannotated_methods_of_the_other_module() {
    List<String> words = Words.twiceEach(List.of("x", "y")).stream().toList();

    assertEquals(List.of("x", "x", "y", "y"), words);
  }
}
