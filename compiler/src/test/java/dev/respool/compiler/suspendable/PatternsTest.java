package dev.respool.compiler.suspendable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PatternsTest {
  @ParameterizedTest
  @CsvSource({
    "com.acme.Pump, com/acme/Pump, true",
    "com.acme.Pump, com/acme/Pump$Part, true",
    "com.acme.Pump, com/acme/Pump$Part$1, true",
    "com.acme.Pump, com/acme/Pumps, false",
    "com.acme.Pump, com/acme/Pump/Part, false",
    "com.acme.Pump, other/com/acme/Pump, false",
    "com.acme.Pump$Part, com/acme/Pump$Part, true",
    "com.acme.Pump$Part, com/acme/Pump, false",
    "Pump, Pump, true",
    "com.acme.Pu*, com/acme/Pump, true",
    "com.acme.Pu*, com/acme/Pump$Part, true",
    "com.acme.Pu*, com/acme/Pu, true",
    "com.acme.Pu*, com/acme/Tap, false",
    "com.acme.Pu*, com/acme/Pump/Part, false",
    "com.acme.Pump$*, com/acme/Pump$Part, true",
    "com.acme.Pump$*, com/acme/Pump, false",
    "Pu*, Pump, true",
    "com.acme.*, com/acme/Pump, true",
    "com.acme.*, com/acme/Pump$Part, true",
    "com.acme.*, com/acme/deep/Pump, false",
    "com.acme.*, com/acmes/Pump, false",
    "com.acme.*, com/acme, false",
    "com.acme.**, com/acme/Pump, true",
    "com.acme.**, com/acme/deep/er/Pump, true",
    "com.acme.**, com/acmes/Pump, false",
    "com.acme.**, com/acme, false"
  })
  void a_pattern_names_a_class_a_package_or_a_tree(String pattern, String name, boolean matches) {
    assertEquals(matches, Patterns.of(List.of(pattern)).matches(name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*",
        "**",
        "*.Pump",
        "com.*.Pump",
        "com.acme.Pu**",
        "com..*",
        "com.acme.***",
        "com/acme/Pump",
        "a b"
      })
  void a_malformed_pattern_is_named_with_what_to_write_instead(String pattern) {
    IllegalArgumentException thrown =
        assertThrows(IllegalArgumentException.class, () -> Patterns.of(List.of(pattern)));
    assertEquals(
        "malformed pattern '" + pattern + "': write pkg.Class, pkg.Pre*, pkg.* or pkg.**",
        thrown.getMessage());
  }

  @Test
  void no_pattern_matches_nothing() {
    assertFalse(Patterns.none().matches("com/acme/Pump"));
  }

  @Test
  void patterns_are_separated_by_semicolons_and_blanks_do_not_count() {
    Patterns patterns = Patterns.parse(" org.luaj.** ;; com.acme.Pump;");
    assertTrue(patterns.matches("org/luaj/vm2/Lua"));
    assertTrue(patterns.matches("com/acme/Pump"));
    assertFalse(patterns.matches("com/acme/Tap"));
    assertEquals("org.luaj.**;com.acme.Pump", patterns.toString());
  }

  @Test
  void an_empty_text_has_no_pattern() {
    assertFalse(Patterns.parse("").matches("com/acme/Pump"));
  }

  @Test
  void patterns_can_be_joined() {
    Patterns both = Patterns.parse("a.A").and(Patterns.parse("b.*"));
    assertTrue(both.matches("a/A"));
    assertTrue(both.matches("b/B"));
    assertFalse(both.matches("c/C"));
    assertEquals("a.A;b.*", both.toString());
  }
}
