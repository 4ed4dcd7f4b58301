package dev.respool.benchmarks.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonTest {
  @TempDir Path directory;

  @Test
  void the_best_peer_is_not_respool() throws IOException {
    plugin(
        new MadeUp()
            .roundTrip("respool", 1, true, "2")
            .roundTrip("kotlin", 1, true, "6")
            .roundTrip("loom", 1, true, "60"));
    Comparison comparison = ask(Workloads.POLLUTED);
    assertEquals("kotlin", comparison.best().orElseThrow().peer());
    Row ours = comparison.respool().get(0);
    assertEquals(3, ours.timesBetterThan(comparison.best().orElseThrow()));
    assertEquals(30, ours.timesBetterThan(comparison.loom().orElseThrow()));
  }

  @Test
  void other_parameters_are_other_questions() throws IOException {
    plugin(new MadeUp().roundTrip("respool", 10, true, "2").roundTrip("respool", 1, false, "2"));
    assertTrue(ask(Workloads.POLLUTED).rows().isEmpty());
  }

  @Test
  void a_ratio_is_taken_to_plain_java_of_the_plugins_directory() throws IOException {
    plugin(
        new MadeUp()
            .entry("suite.Colour.fib", "\"peer\": \"plain\"", "us/op", "1000")
            .entry("suite.Colour.fib", "\"peer\": \"kilim\"", "us/op", "2800")
            .entry("suite.Colour.fib", "\"peer\": \"loom\"", "us/op", "1010"));
    new MadeUp()
        .entry("suite.Colour.fib", "\"peer\": \"respool\"", "us/op", "1100")
        .write(directory.resolve("25-agent"), "colour.json");
    Comparison comparison = ask(Workloads.FIB_TAX);
    assertEquals(1.1, comparison.respool().get(0).value(), 1e-9);
    assertEquals("kilim", comparison.best().orElseThrow().peer(), "Loom is no bytecode peer");
  }

  @Test
  void flatness_is_the_ratio_to_the_same_peer() throws IOException {
    plugin(
        new MadeUp()
            .roundTrip("respool", 10, false, "2")
            .roundTrip("respool", 1000, false, "3")
            .roundTrip("kilim", 10, false, "10")
            .roundTrip("kilim", 1000, false, "1000"));
    Question flatness = Workloads.DEPTH_1000.over(Workloads.DEPTH_10.selection(), "flatness");
    List<Double> ratios = ask(flatness).rows().stream().map(Row::value).toList();
    assertEquals(List.of(1.5, 100.0), ratios);
  }

  @Test
  void without_its_base_a_ratio_has_no_answer() throws IOException {
    plugin(new MadeUp().entry("suite.Colour.fib", "\"peer\": \"respool\"", "us/op", "1100"));
    assertTrue(ask(Workloads.FIB_TAX).rows().isEmpty());
    assertEquals(1.1, ask(Workloads.FIB).rows().get(0).value(), 1e-9);
  }

  @Test
  void allocation_is_asked_for_by_itself() throws IOException {
    plugin(
        new MadeUp()
            .allocating("suite.TreeWalk.walk", "\"peer\": \"respool\"", "ns/op", "7", "24.02")
            .entry("suite.TreeWalk.walk", "\"peer\": \"kotlin\"", "ns/op", "12"));
    List<Row> rows = ask(Workloads.WALK.allocated("bytes")).rows();
    assertEquals(List.of(24.02), rows.stream().map(Row::value).toList());
  }

  private void plugin(MadeUp results) throws IOException {
    results.write(directory.resolve("25-plugin"), "made-up.json");
  }

  private Comparison ask(Question question) throws IOException {
    return new Comparison(question, 25, ResultFiles.read(directory).measurements());
  }
}
