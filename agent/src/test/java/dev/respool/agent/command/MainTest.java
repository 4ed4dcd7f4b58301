package dev.respool.agent.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.Coroutine;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(String... words) {
    return Main.run(List.of(words), stream(out), stream(err));
  }

  private static PrintStream stream(ByteArrayOutputStream into) {
    return new PrintStream(into, true, StandardCharsets.UTF_8);
  }

  private String printed() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String errors() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"help", "--help", "-h"})
  void help_lists_the_commands(String word) {
    assertEquals(0, run(word));
    assertTrue(printed().contains("check-snapshots --class-path PATH"), printed());
    assertTrue(printed().contains("  dump [--json]"), printed());
    assertTrue(printed().contains("  top [--once]"), printed());
    assertEquals("", errors());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "dump | no process: say its number",
        "dump abc | the process is 'abc' and not a number",
        "dump 1 2 | '2' is a second process",
        "dump --yaml 1 | unknown option '--yaml'",
        "dump 1 --tasks | option '--tasks' has no value",
        "dump 1 --tasks few | the value of --tasks is 'few' and not a number",
        "top --sort size 1 | the order 'size' is unknown: say waited, id, state",
        "dump 2147483647 | there is no process 2147483647"
      })
  void what_is_wrong_with_a_command_about_a_process_is_told(String line, String problem) {
    assertEquals(2, run(line.split(" ")));
    assertTrue(errors().contains(problem), errors());
    assertEquals("", printed());
  }

  @Test
  void without_a_known_command_it_says_which_there_are() {
    assertEquals(2, run());
    assertTrue(errors().startsWith("respool: no command"), errors());
    assertEquals(2, run("check"));
    assertTrue(errors().contains("unknown command 'check'"), errors());
    assertTrue(errors().contains("check-snapshots --class-path PATH"), errors());
    assertEquals("", printed());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "dir | no class path",
        "--class-path . | no directory",
        "--class-path | '--class-path' has no value",
        "--class-path . --agent-options | '--agent-options' has no value",
        "--class-path . one two | 'two' is a second directory",
        "--classpath . dir | unknown option '--classpath'",
        "--class-path . --agent-options tempo=fast dir | unknown option 'tempo'",
        "--class-path . dir | the class path has no respool-runtime",
        "--class-path gone.jar dir | there is no file gone.jar",
      })
  void wrong_arguments_are_told(String arguments, String problem) {
    String[] words = ("check-snapshots " + arguments).split(" ");

    assertEquals(2, run(words));
    assertTrue(errors().startsWith("respool check-snapshots: "), errors());
    assertTrue(errors().contains(problem), errors());
    assertEquals("", printed());
  }

  @Test
  void a_directory_that_is_not_there_is_told(@TempDir Path directory) throws Exception {
    URI runtime = Coroutine.class.getProtectionDomain().getCodeSource().getLocation().toURI();
    String gone = directory.resolve("gone").toString();

    assertEquals(2, run("check-snapshots", "-cp", Path.of(runtime).toString(), gone));
    assertTrue(errors().contains("there is no file " + gone), errors());
  }
}
