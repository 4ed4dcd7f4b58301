package dev.respool.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.compiler.plan.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Holds {@code docs/limits.md} against the refusals of the compiler. */
class LimitsPageTest {
  private static final Path PAGE = Path.of("..", "docs", "limits.md");

  @Test
  void the_page_has_a_heading_for_each_refusal_in_the_same_order_and_no_other() throws IOException {
    List<String> constants = Arrays.stream(Refusal.Reason.values()).map(Enum::name).toList();
    assertEquals(constants, List.copyOf(sections().keySet()));
  }

  @Test
  void each_section_says_the_reason_and_the_remedy_as_the_compiler_does() throws IOException {
    Map<String, String> sections = sections();
    for (Refusal.Reason reason : Refusal.Reason.values()) {
      String section = sections.getOrDefault(reason.name(), "");
      assertTrue(section.contains(words(reason.text())), reason + ": " + section);
      assertTrue(section.contains(words(reason.remedy())), reason + ": " + section);
    }
  }

  /** The text below each heading of the third level, by the heading. */
  private static Map<String, String> sections() throws IOException {
    Map<String, String> sections = new LinkedHashMap<>();
    String[] parts = Files.readString(PAGE).split("(?m)^(?=##)");
    for (String part : parts) {
      if (part.startsWith("### ")) {
        String[] lines = part.split("\n", 2);
        sections.put(lines[0].substring(4).strip(), words(lines[1]));
      }
    }
    return sections;
  }

  /** Without markup, line breaks and capitals. */
  private static String words(String text) {
    return text.replaceAll("[`*]", "").replaceAll("\\s+", " ").toLowerCase(Locale.ROOT).strip();
  }
}
