package dev.respool.it.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which dropped coroutines a program hears of that has asked, in a JVM of its own. */
class DroppedReportTest {
  private static final String ASKED = "-Ddev.respool.dropped=true";

  @TempDir Path directory;

  private SmallHeap program;

  @BeforeEach
  void transform() throws Exception {
    program = new SmallHeap(directory, Dropping.class);
  }

  /** A line for each report, in no order. */
  private List<String> said(List<String> options, String kind) throws Exception {
    return Stream.of(program.prints(options, kind).split("\\R"))
        .filter(line -> !line.isEmpty())
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "finally, coroutine: inner < outer < main",
    "resource, generator: withResource < main",
    "outside, coroutine: yields < guarded < main",
    "task, task 1: waits < main",
    "waiting, generator: receives < main"
  })
  void one_that_would_have_cleaned_up_is_reported(String kind, String expected) throws Exception {
    List<String> said = said(List.of(ASKED), kind);
    assertTrue(said.contains(expected), said.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"plain", "behind", "catches", "closed", "finished", "failed", "new", "element"})
  void others_are_not(String kind) throws Exception {
    assertEquals(List.of(), said(List.of(ASKED), kind));
  }

  @ParameterizedTest
  @ValueSource(strings = {"copy", "restored"})
  void a_copy_is_reported_by_itself(String kind) throws Exception {
    assertEquals(List.of("coroutine: inner < outer < main"), said(List.of(ASKED), kind));
  }

  @Test
  void it_says_where_it_was_created_if_that_was_asked_for_too() throws Exception {
    assertEquals(
        List.of("coroutine: inner < outer < main created in drop"),
        said(List.of(ASKED, "-Ddev.respool.dropped.created=true"), "finally"));
  }

  @Test
  void nothing_is_said_to_those_who_have_not_asked() throws Exception {
    assertEquals(List.of(), said(List.of(), "finally"));
  }
}
