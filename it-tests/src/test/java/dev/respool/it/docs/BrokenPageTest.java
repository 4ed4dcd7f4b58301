package dev.respool.it.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** That what {@link DocumentedCodeTest} looks at can fail. */
class BrokenPageTest {

  private static Block only(String text) {
    List<Block> blocks = new Page(Path.of("README.md"), text).blocks();
    assertEquals(1, blocks.size());
    return blocks.get(0);
  }

  @Test
  void java_that_does_not_compile_is_noticed() {
    Block block = only("```java\nint n = missing();\n```\n");
    assertThrows(AssertionError.class, () -> new JavaBlock(block).compiled());
  }

  @Test
  void the_comments_directly_above_a_block_belong_to_it_and_no_others()
      throws IOException, ReflectiveOperationException {
    String given = "<!-- given: static int shown() { return 42; } -->\n";
    String code = "```java\nSystem.out.println(shown());\n```\n";
    assertEquals(List.of("42"), new JavaBlock(only("text\n\n" + given + code)).printed());
    assertEquals(List.of(), only(given + "text\n" + code).comments());
  }

  @Test
  void statements_run_instrumented() throws IOException, ReflectiveOperationException {
    Block block =
        only(
            """
            ```java
            for (int n : Generator.<Integer>of(g -> { g.yield(1); g.yield(2); })) {
              System.out.println(n);
            }
            ```
            """);
    assertEquals(List.of("1", "2"), new JavaBlock(block).printed());
  }

  @Test
  void commands_that_name_nothing_are_noticed() {
    for (String line :
        List.of(
            "./demonstration",
            "./demo --slowly",
            "mvn varify",
            "mvn verify -Pmissing",
            "mvn test -pl compilers -am",
            "mvn nowhere:format",
            "mvn verify -Dno.such.property=1",
            "java -jar respool-nothing-VERSION.jar",
            "gradle build")) {
      assertEquals(1, new Command(line).problems().size(), line);
    }
  }

  @Test
  void xml_that_is_broken_or_that_no_build_uses_is_noticed() throws IOException, SAXException {
    XmlBlock other = new XmlBlock(only("```xml\n<a><b>2</b></a>\n```\n"));
    assertEquals(List.of("<a><b>2</b></a>"), other.missing("<p><a><b>1</b></a></p>"));
    XmlBlock broken = new XmlBlock(only("```xml\n<a><b></a>\n```\n"));
    assertThrows(SAXParseException.class, () -> broken.missing("<p/>"));
  }

  @Test
  void links_to_missing_files_and_headings_are_noticed() throws IOException {
    String text = "[a](missing.md) [b](docs/limits.md#no-such) [c](docs/limits.md#monitors)";
    List<String> broken = new Links(new Page(Path.of("README.md"), text)).broken();
    assertEquals(2, broken.size(), broken.toString());
    assertTrue(broken.get(0).endsWith("missing.md"));
  }

  @Test
  void both_sides_of_a_merge_are_noticed() {
    String text = "<<<<<<< HEAD\none\n=======\nother\n>>>>>>> branch\n";
    assertEquals(3, new Page(Path.of("README.md"), text).mergeMarks().size());
  }
}
