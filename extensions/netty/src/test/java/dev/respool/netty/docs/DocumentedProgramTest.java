package dev.respool.netty.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The page shows the program of this package, and what it prints. */
@Timeout(60)
class DocumentedProgramTest {
  private static final Path PAGE = Path.of("..", "..", "docs", "netty.md");
  private static final Path PROGRAM =
      Path.of("src", "test", "java", "dev", "respool", "netty", "docs", "Greetings.java");

  @Test
  void the_page_shows_the_program() throws IOException {
    String program = Files.readString(PROGRAM).replaceFirst("^package .*\\s+", "");
    assertEquals(program, block("java"));
  }

  @Test
  void the_program_prints_what_the_page_shows() throws Exception {
    PrintStream before = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, UTF_8));
    try {
      Greetings.main(new String[0]);
    } finally {
      System.setOut(before);
    }
    assertEquals(block("text").strip(), printed.toString(UTF_8).strip());
  }

  private static String block(String language) throws IOException {
    Pattern fenced = Pattern.compile("(?ms)^```" + language + "\n(.*?)^```$");
    Matcher matcher = fenced.matcher(Files.readString(PAGE));
    assertEquals(1, matcher.results().count());
    matcher.reset().find();
    return matcher.group(1);
  }
}
