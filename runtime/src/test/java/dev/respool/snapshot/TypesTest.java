package dev.respool.snapshot;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypesTest {
  private static final String DEEPEST = "[".repeat(255);

  @ParameterizedTest
  @ValueSource(strings = {"I", "Z", "[J", "La;", "Ljava/util/List;", "[[Ljava/lang/String;"})
  void a_type_has_a_descriptor(String text) {
    assertTrue(Types.isDescriptor(text));
    assertTrue(Types.isDescriptor(DEEPEST.substring(text.lastIndexOf('[') + 1) + text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "V", "II", "[", "[V", "L", "L;", "La", "La;b;", "La;;", "a;", "[L;"})
  void other_texts_are_none(String text) {
    assertFalse(Types.isDescriptor(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"I", "La;"})
  void an_array_has_at_most_255_dimensions(String text) {
    assertFalse(Types.isDescriptor("[" + DEEPEST + text));
  }
}
