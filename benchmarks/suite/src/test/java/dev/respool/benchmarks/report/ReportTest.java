package dev.respool.benchmarks.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
  @TempDir Path directory;

  private Path plugin;

  @BeforeEach
  void create() throws IOException {
    plugin = Files.createDirectories(directory.resolve("results/25-plugin"));
  }

  @Test
  void both_ways_of_judging_a_target_are_shown() throws IOException {
    new MadeUp()
        .roundTrip("respool", 1, true, "7, 7, 7, 7")
        .roundTrip("kotlin", 1, true, "14")
        .roundTrip("loom", 1, true, "70")
        .write(plugin, "generators.json");
    String expected =
        "| W1 polluted | respool, plugin | 7 ns | 3.5 ns | **not met** | kotlin 14 ns | 2 | 1.3 |"
            + " met | 70 ns | 10 | 22 | **not met** |";
    assertEquals(List.of(expected), targets("| W1 polluted | respool, plugin"));
  }

  @Test
  void what_was_not_measured_is_a_dash() throws IOException {
    new MadeUp().roundTrip("respool", 1, true, "3").write(plugin, "generators.json");
    String expected =
        "| W1 polluted | respool, plugin | 3 ns | 3.5 ns | met | – | – | 1.3 | – | – | – | 22 | – |";
    assertEquals(List.of(expected), targets("| W1 polluted | respool, plugin"));
    assertEquals(
        List.of("| respool, plugin | 3 | – | – | – | – |"), linesWith("| respool, plugin"));
    assertEquals(1, targets("| W7 | respool or respool-loop | – | 45 ms | – |").size());
  }

  @Test
  void servers_stand_below_each_other_the_fastest_first_with_their_percentiles()
      throws IOException {
    new MadeUp()
        .entry("load.Request", server("netty", 64), "us/request", "12.5, 12.5")
        .entry("load.Request", server("respool", 64), "us/request", "10, 10, 10")
        .entry("load.Request.p50", server("respool", 64), "us", "700")
        .entry("load.Request.p99", server("respool", 64), "us", "1200")
        .entry("load.Idle", server("respool", 10_000), "B/connection", "400")
        .write(plugin, "load.json");
    List<String> expected =
        List.of(
            "| 64 connections, JDK 25 | requests a second | half are answered within µs | 99 % within"
                + " µs | 99.9 % within µs |",
            "| --- | --- | --- | --- | --- |",
            "| Respool | 100,000 | 700 | 1,200 | – |",
            "| Netty | 80,000 | – | – | – |",
            "| 10,000 idle connections, JDK 25 | bytes of heap each | µs to connect and be answered |",
            "| --- | --- | --- |",
            "| Respool | 400 | – |");
    String section = page().substring(page().indexOf("## Servers"));
    assertTrue(section.contains("](performance/servers-25.svg)"));
    assertEquals(expected, section.lines().filter(line -> line.startsWith("|")).limit(7).toList());
  }

  private static String server(String peer, int connections) {
    return "\"peer\": \"%s\", \"connections\": \"%d\"".formatted(peer, connections);
  }

  @Test
  void every_target_has_a_line_even_if_nothing_was_measured_for_it() throws IOException {
    new MadeUp().roundTrip("kotlin", 1, true, "3").write(plugin, "generators.json");
    for (Target target : Targets.on(25)) {
      assertFalse(targets("| " + target.question().title() + " | ").isEmpty());
    }
    assertTrue(page().contains("](performance/targets.md)"));
    assertFalse(page().contains("not met"));
  }

  @Test
  void how_it_was_measured_is_read_from_the_files() throws IOException {
    new MadeUp().roundTrip("loom", 1, true, "3").write(plugin, "generators.json");
    Files.writeString(
        plugin.resolve("machine.json"),
        "{\"java.vm.name\": \"A VM\", \"processors\": \"2\", \"run\": \"quick\"}");
    String expected =
        "| 25, plugin | Generators | – | 1 | 5 × 1 s | 4 × 1 s | `-Xmx1g` `-javaagent:agent.jar` |";
    assertEquals(List.of(expected), linesWith("| 25, plugin | Generators"));
    assertEquals(1, linesWith("| 25, plugin | A VM –").size());
  }

  @Test
  void what_no_workload_asks_for_is_shown_as_it_is() throws IOException {
    new MadeUp()
        .entry("tool.Instrument", "\"door\": \"plugin\", \"classes\": \"100\"", "ms", "1, 2, 3, 6")
        .write(plugin, "tool.json");
    String expected =
        "| tool.Instrument | – | door plugin, classes 100 | 25, plugin | 2.5 | 1 | ms |";
    assertEquals(List.of(expected), linesWith("| tool."));
    assertTrue(page().contains("## What instrumenting costs"));
  }

  @Test
  void peers_that_could_not_run_are_told_with_the_reason() throws IOException {
    Files.writeString(
        plugin.resolve("peers.json"),
        "[{\"peer\": \"quasar\", \"jdk\": \"25\", \"reason\": \"no such | field\"}]");
    Files.writeString(plugin.resolve("scale.notes.tsv"), "scale\tended with exit code 1\n");
    Files.writeString(plugin.resolve("tree.json"), "[{\"benchm");
    List<String> lines = linesWith("| ");
    assertTrue(lines.contains("| quasar | JDK 25 | no such \\| field |"));
    assertTrue(lines.contains("| scale | JDK 25, plugin | ended with exit code 1 |"));
    assertTrue(
        lines.stream().anyMatch(l -> l.startsWith("| tree.json | JDK 25, plugin | its file")));
  }

  @Test
  void plots_are_well_formed_and_named_on_the_page() throws Exception {
    new MadeUp()
        .roundTrip("respool", 1, false, "2")
        .roundTrip("respool", 1000, false, "2.5")
        .roundTrip("<&\\\">", 10, false, "31710")
        .entry("memory.Parked", "\"peer\": \"loom\", \"depth\": \"1\"", "B", "264")
        .entry("suite.Colour.fib", "\"peer\": \"plain\"", "us/op", "1000")
        .write(plugin, "made-up.json");
    String page = page();
    for (String name : List.of("round-trip-25.svg", "memory-25.svg", "colour-25.svg")) {
      Path plot = directory.resolve("docs/performance").resolve(name);
      DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(plot.toFile());
      assertTrue(page.contains("(performance/" + name + ")"), name);
    }
  }

  @Test
  void names_at_the_ends_of_lines_do_not_cover_each_other() throws IOException {
    MadeUp results = new MadeUp();
    for (int i = 0; i < 14; i++) {
      results.roundTrip("peer" + i, 1, false, "2").roundTrip("peer" + i, 1000, false, "1.01");
    }
    results.write(plugin, "made-up.json");
    page();
    String plot = Files.readString(directory.resolve("docs/performance/round-trip-25.svg"));
    List<Double> places =
        plot.lines()
            .filter(line -> line.startsWith("<text class=\"end"))
            .map(line -> Double.valueOf(line.replaceFirst(".* y=\"([^\"]*)\".*", "$1")))
            .toList();
    assertEquals(14, places.size());
    for (int i = 1; i < places.size(); i++) {
      assertTrue(places.get(i) - places.get(i - 1) >= 13.9, places::toString);
    }
    assertTrue(places.get(13) < 460, places::toString);
  }

  @Test
  void ordinary_programs_have_one_table_and_one_plot() throws IOException {
    new MadeUp()
        .program("LIST", "plain", "2")
        .program("LIST", "respool", "2.2")
        .program("MAP", "plain", "4")
        .program("MAP", "kotlin", "6")
        .write(plugin, "ordinary.json");
    new MadeUp()
        .program("LIST", "plain", "1")
        .program("LIST", "respool", "3")
        .write(directory.resolve("results/17-agent"), "ordinary.json");
    assertEquals(
        List.of(
            "| program | JDK | plain, ns | respool, agent | respool, plugin | kotlin |",
            "| list | 17 | – | 3 | – | – |",
            "| list | 25 | 2,000 | – | 1.1 | – |",
            "| map | 25 | 4,000 | – | – | 1.5 |"),
        page().lines().filter(line -> line.matches("\\| (program|list|map) .*")).toList());
    String plot = Files.readString(directory.resolve("docs/performance/ordinary.svg"));
    assertTrue(plot.contains("list, JDK 25, respool, plugin: 1.1"), plot);
    assertTrue(page().contains("(performance/ordinary.svg)"));
    assertEquals(1, targets("| W4 list, to plain Java | respool, plugin | 1.1 times |").size());
  }

  @Test
  void plots_of_an_earlier_run_do_not_stay() throws IOException {
    new MadeUp().roundTrip("respool", 1, false, "2").write(plugin, "made-up.json");
    Path plots = Files.createDirectories(directory.resolve("docs/performance"));
    Files.writeString(plots.resolve("memory-17.svg"), "");
    Files.writeString(plots.resolve("opening-memory.svg"), "");
    page();
    try (Stream<Path> files = Files.list(plots)) {
      List<String> names = files.map(file -> file.getFileName().toString()).sorted().toList();
      List<String> expected =
          List.of("opening-depth.svg", "opening-generator.svg", "round-trip-25.svg", "targets.md");
      assertEquals(expected, names);
    }
  }

  @Test
  void luajs_threads_are_the_rival_of_luas_coroutines() throws IOException {
    String parameters = "\"program\": \"COROUTINES\", \"peer\": ";
    new MadeUp()
        .entry("suite.LuaPrograms.run", parameters + "\"plain\"", "us/op", "8000")
        .write(plugin, "lua.json");
    new MadeUp()
        .entry("suite.LuaPrograms.run", parameters + "\"respool\"", "us/op", "100")
        .write(directory.resolve("results/25-agent"), "lua.json");
    assertEquals(
        List.of("| W9 Lua's coroutines | 25 | 0.1 ms | 80 |"), linesWith("| W9 Lua's coroutines"));
    assertFalse(page().contains("LuaJ, coroutines"), "they are no program that never suspends");
  }

  private List<String> targets(String beginning) throws IOException {
    page();
    return Files.readAllLines(directory.resolve("docs/performance/targets.md")).stream()
        .filter(line -> line.startsWith(beginning))
        .toList();
  }

  private List<String> linesWith(String beginning) throws IOException {
    return page().lines().filter(line -> line.startsWith(beginning)).toList();
  }

  private String page() throws IOException {
    Report.write(directory.resolve("results"), directory.resolve("docs"));
    return Files.readString(directory.resolve("docs/performance.md"));
  }
}
