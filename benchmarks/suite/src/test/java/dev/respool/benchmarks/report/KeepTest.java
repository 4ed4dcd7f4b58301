package dev.respool.benchmarks.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeepTest {
  @TempDir Path directory;

  private Path results;
  private Path kept;

  @BeforeEach
  void create() throws IOException {
    results = Files.createDirectories(directory.resolve("results/25-plugin"));
    kept = directory.resolve("measured/25-plugin");
    Files.writeString(
        results.resolve("machine.json"), "{\"revision\": \"abc\", \"started\": \"2026-01-02\"}");
  }

  @Test
  void the_page_is_the_same_but_for_the_revision() throws IOException {
    new MadeUp()
        .roundTrip("respool", 1, true, "7, 8, 9")
        .allocating("memory.Parked", "\"peer\": \"loom\", \"depth\": \"1\"", "B", "264", "12")
        .write(results, "generators.json");
    String before = page("results");
    Keep.keep(results, kept);
    assertEquals(before.replace("| – | 1 | 5 ×", "| abc 2026-01-02 | 1 | 5 ×"), page("measured"));
  }

  @Test
  void nothing_of_the_machines_directories_is_kept() throws IOException {
    new MadeUp().roundTrip("respool", 1, true, "7").write(results, "generators.json");
    Keep.keep(results, kept);
    String text = Files.readString(kept.resolve("generators.json"));
    assertTrue(text.contains("-javaagent:agent.jar"), text);
    assertFalse(text.contains("somewhere"), text);
  }

  @Test
  void what_failed_is_noted_with_the_first_line_of_its_log() throws IOException {
    Files.writeString(results.resolve("colour.notes.tsv"), "colour\tended with exit code 1\n");
    Files.writeString(
        results.resolve("colour.log"),
        """
        # Benchmark: dev.respool.benchmarks.suite.Colour.fib
        # Parameters: (peer = kilim)

        # Warmup Iteration   1: <failure>

        java.lang.VerifyError: it is bad
        \tat somewhere
        """);
    Keep.keep(results, kept);
    List<String> expected =
        List.of(
            "colour\tended with exit code 1",
            "Colour.fib (peer = kilim)\tjava.lang.VerifyError: it is bad");
    assertEquals(expected, Files.readAllLines(kept.resolve("colour.notes.tsv")));
  }

  @Test
  void a_workload_that_is_measured_again_is_replaced_and_others_stay() throws IOException {
    new MadeUp().roundTrip("respool", 1, true, "7").write(kept, "generators.json");
    new MadeUp().program("LIST", "plain", "2").write(kept, "ordinary.json");
    Files.writeString(kept.resolve("generators.notes.tsv"), "generators\told\n");
    new MadeUp().roundTrip("respool", 1, true, "6").write(results, "generators.json");
    Files.writeString(results.resolve("generators.log"), "");
    Keep.keep(results, kept);
    assertTrue(Files.readString(kept.resolve("generators.json")).contains("[[6]]"));
    assertFalse(Files.exists(kept.resolve("generators.notes.tsv")));
    assertTrue(Files.exists(kept.resolve("ordinary.json")));
  }

  private String page(String from) throws IOException {
    Report.write(directory.resolve(from), directory.resolve("docs"));
    return Files.readString(directory.resolve("docs/performance.md"));
  }
}
