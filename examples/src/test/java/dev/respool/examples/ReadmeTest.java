package dev.respool.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReadmeTest {
  private static final Path README = Path.of("..", "README.md");
  private static final Path PROGRAM =
      Path.of("src", "main", "java", "dev", "respool", "examples", "FirstProgram.java");

  @Test
  void the_first_program_is_the_one_that_is_compiled_here() throws IOException {
    String shown = block("```java\n");
    String source = Files.readString(PROGRAM);
    assertEquals(code(source), code(shown));
  }

  @Test
  void the_first_program_prints_what_the_page_says() throws IOException {
    Output out = new Output();
    PrintStream before = System.out;
    System.setOut(out.stream());
    try {
      FirstProgram.main(new String[0]);
    } finally {
      System.setOut(before);
    }
    assertEquals(block("```text\n").lines().toList(), out.lines());
  }

  /**
   * The contents of the page's first block that stands behind an empty line and opens with this
   * fence.
   */
  private static String block(String fence) throws IOException {
    String page = Files.readString(README);
    int start = page.indexOf("\n\n" + fence);
    assertTrue(start >= 0, "no block that opens with " + fence);
    int contents = start + 2 + fence.length();
    return page.substring(contents, page.indexOf("```", contents));
  }

  /** From the class on, without comments and white space. */
  private static String code(String source) {
    return source
        .substring(source.indexOf("public class"))
        .replaceAll("(?s)/\\*.*?\\*/", "")
        .replaceAll("//[^\n]*", "")
        .replaceAll("\\s+", "");
  }
}
