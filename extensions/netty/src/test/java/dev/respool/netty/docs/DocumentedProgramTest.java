package dev.respool.netty.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The page shows the programs of this package, and what they print. */
@Timeout(60)
class DocumentedProgramTest {
  private static final Path PAGE = Path.of("..", "..", "docs", "netty.md");
  private static final Path PROGRAMS =
      Path.of("src", "test", "java", "dev", "respool", "netty", "docs");

  /** In their order on the page. */
  private enum Program {
    GREETINGS("Greetings.java", Greetings::main),
    UPLOADS("Uploads.java", Uploads::main);

    private final String file;
    private final Main main;

    Program(String file, Main main) {
      this.file = file;
      this.main = main;
    }
  }

  /** A program. */
  private interface Main {
    void run(String[] arguments) throws Exception;
  }

  @ParameterizedTest
  @EnumSource
  void the_page_shows_the_program(Program program) throws IOException {
    String source = Files.readString(PROGRAMS.resolve(program.file));
    assertEquals(source.replaceFirst("^package .*\\s+", ""), block("java", program));
  }

  @ParameterizedTest
  @EnumSource
  void the_program_prints_what_the_page_shows(Program program) throws Exception {
    PrintStream before = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, UTF_8));
    try {
      program.main.run(new String[0]);
    } finally {
      System.setOut(before);
    }
    assertEquals(block("text", program).strip(), printed.toString(UTF_8).strip());
  }

  @Test
  void the_page_shows_no_other_programs() throws IOException {
    assertEquals(Program.values().length, blocks("java").size());
  }

  private static String block(String language, Program program) throws IOException {
    return blocks(language).get(program.ordinal());
  }

  private static List<String> blocks(String language) throws IOException {
    Matcher fenced =
        Pattern.compile("(?ms)^```" + language + "\n(.*?)^```$").matcher(Files.readString(PAGE));
    return fenced.results().map(block -> block.group(1)).toList();
  }
}
