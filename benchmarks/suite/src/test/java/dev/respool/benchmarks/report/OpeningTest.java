package dev.respool.benchmarks.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

class OpeningTest {
  @TempDir Path directory;

  @Test
  void without_measurements_nothing_is_shown() throws IOException {
    write(25, new MadeUp().entry("tool.Speed", "", "ms", "1"));
    assertEquals("", new Opening(plots()).toString());
  }

  @Test
  void a_sentence_names_who_took_less() throws IOException {
    write(
        25,
        new MadeUp()
            .roundTrip("respool", 1, false, "6")
            .roundTrip("kotlin", 1, false, "3")
            .roundTrip("loom", 1, false, "130")
            .roundTrip("respool", 1, true, "8")
            .roundTrip("kotlin", 1, true, "12"));
    assertEquals(
        "Respool needs 6 ns per element. Only Kotlin intrinsics are faster (3 ns). After much else"
            + " has run, Respool needs 8 ns. No other is faster.",
        plot("opening-generator.svg").sentence());
  }

  @Test
  void many_that_took_less_are_counted() throws IOException {
    write(
        25,
        new MadeUp()
            .entry("suite.PingPong.message", "\"peer\": \"respool\"", "ns/op", "50")
            .entry("suite.PingPong.message", "\"peer\": \"kotlin\"", "ns/op", "10")
            .entry("suite.PingPong.message", "\"peer\": \"kilim\"", "ns/op", "20")
            .entry("suite.PingPong.message", "\"peer\": \"kotlin-plain\"", "ns/op", "30")
            .entry("suite.PingPong.message", "\"peer\": \"threads\"", "ns/op", "200"));
    assertEquals(
        "For a message of ping-pong, it needs 50 ns. 3 of 4 others are faster, most of all Kotlin"
            + " intrinsics (10 ns).",
        plot("opening-lives.svg").sentence());
  }

  @Test
  void a_sentence_says_how_a_round_trip_grows_with_the_depth() throws IOException {
    write(
        25,
        new MadeUp()
            .roundTrip("respool", 1, false, "6")
            .roundTrip("respool", 1000, false, "9")
            .roundTrip("kilim", 1, false, "20")
            .roundTrip("kilim", 1000, false, "6000"));
    assertEquals(
        "1,000 calls deep, Respool needs 9 ns for a round trip. No other is faster. For Respool that"
            + " is 1.5 times as long as without the calls; for Kilim it is 300 times as long.",
        plot("opening-depth.svg").sentence());
  }

  @Test
  void what_differs_by_less_than_a_reader_minds_is_the_same() throws IOException {
    write(
        25,
        new MadeUp()
            .roundTrip("respool", 1, false, "6")
            .roundTrip("respool", 1000, false, "5.9")
            .roundTrip("kilim", 1000, false, "5")
            .roundTrip("loom", 1000, false, "4.5"));
    assertEquals(
        "1,000 calls deep, Respool needs 5.9 ns for a round trip. Loom internals (4.5 ns) and Kilim"
            + " (5 ns) are faster. For Respool that is the same as without the calls (0.98 times).",
        plot("opening-depth.svg").sentence());
  }

  @Test
  void a_sentence_says_what_ordinary_programs_pay() throws IOException {
    MadeUp results = new MadeUp();
    for (String program : List.of("LIST", "MAP", "ARRAY")) {
      results.program(program, "plain", "2");
    }
    write(
        25,
        results
            .program("LIST", "respool", "2.2")
            .program("MAP", "respool", "6")
            .program("ARRAY", "respool", "2")
            .program("MAP", "respool-awake", "10")
            .program("LIST", "kotlin", "5")
            .program("MAP", "kotlin", "4"));
    assertEquals(
        "Half of the 3 programs, instrumented by the plugin, take at most 1.1 times as long as plain"
            + " Java. The worst, map, takes 3 times as long. Where other coroutines suspend in the"
            + " same methods, the median is 5. With Kotlin's suspend functions it is 2.25, and less"
            + " than Respool's in 1 of 2 programs.",
        plot("opening-ordinary.svg").sentence());
  }

  @Test
  void a_sentence_says_by_which_door_programs_were_instrumented() throws IOException {
    write(
        25,
        new MadeUp()
            .program("LIST", "plain", "2")
            .program("MAP", "plain", "2")
            .program("LIST", "respool", "2.2"));
    new MadeUp()
        .program("LIST", "respool", "3")
        .program("MAP", "respool", "4")
        .write(directory.resolve("25-agent"), "made-up.json");
    assertEquals(
        "Half of the 2 programs (1 instrumented by the plugin, 1 by the agent) take at most 1.55"
            + " times as long as plain Java. The worst, map, takes 2 times as long. If the agent"
            + " instruments all of them, the median is 1.75. The worst, map, takes 2 times as long.",
        plot("opening-ordinary.svg").sentence());
  }

  @Test
  void a_plot_is_about_the_latest_jdk_that_has_figures_for_it() throws IOException {
    MadeUp parked = new MadeUp();
    parked.entry("memory.Parked", "\"peer\": \"respool\", \"depth\": \"1\"", "B", "56");
    write(17, parked.roundTrip("respool", 1, false, "6"));
    write(25, new MadeUp().roundTrip("respool", 1, false, "5"));
    assertEquals(
        "A coroutine parked in its body retains 56 B.", plot("opening-memory.svg").sentence());
    assertEquals("What a parked coroutine retains, JDK 17", plot("opening-memory.svg").title());
    assertEquals("An element of a generator, JDK 25", plot("opening-generator.svg").title());
  }

  @Test
  void drawings_are_well_formed_and_show_respool_apart() throws Exception {
    write(
        25,
        new MadeUp()
            .roundTrip("respool", 1, false, "6")
            .roundTrip("<&\\\">", 1, false, "31710")
            .roundTrip("respool", 1000, false, "6"));
    for (OpeningPlot plot : plots()) {
      InputSource source = new InputSource(new StringReader(plot.drawing()));
      DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(source);
      assertTrue(plot.drawing().contains(" ours\""), plot.name());
    }
  }

  @Test
  void two_plots_stand_beside_each_other_above_their_sentences() throws IOException {
    write(25, new MadeUp().roundTrip("respool", 1, false, "6"));
    List<OpeningPlot> one = plots().subList(0, 1);
    List<OpeningPlot> three = List.of(one.get(0), one.get(0), one.get(0));
    String image = "![An element of a generator, JDK 25](performance/opening-generator.svg)";
    String sentence = "Respool needs 6 ns per element.";
    assertEquals(
        """
        | %1$s | %1$s |
        | --- | --- |
        | %2$s | %2$s |
        | %1$s | &nbsp; |
        | %2$s | &nbsp; |
        """
            .formatted(image, sentence),
        new Opening(three).toString());
  }

  private void write(int jdk, MadeUp results) throws IOException {
    results.write(directory.resolve(jdk + "-plugin"), "made-up.json");
  }

  private OpeningPlot plot(String name) throws IOException {
    return plots().stream().filter(plot -> plot.name().equals(name)).findFirst().orElseThrow();
  }

  private List<OpeningPlot> plots() throws IOException {
    return new OpeningPlots(ResultFiles.read(directory)).all();
  }
}
