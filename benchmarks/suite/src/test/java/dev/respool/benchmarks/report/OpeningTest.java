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
        "On JDK 25, an element of a generator took Respool 6 ns, and Kotlin intrinsics (3 ns) took"
            + " less; after much else had run, an element took Respool 8 ns, and nothing took less.",
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
        "On JDK 25, a message of ping-pong took Respool 50 ns, and 3 of 4 took less, the least Kotlin intrinsics (10 ns).",
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
        "On JDK 25, 1,000 calls deep a round trip took Respool 9 ns, and nothing took less; that was"
            + " 1.5 times what it took in the body, and for Kilim 300 times.",
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
        "On JDK 25, the median of 3 programs took 1.1 times plain Java with Respool, the worst (map)"
            + " 3 times, and the median 5 times where other coroutines suspend in the same methods;"
            + " with Kotlin's suspend functions it was 2.25 times, and less than Respool's"
            + " in 1 of 2.",
        plot("opening-ordinary.svg").sentence());
  }

  @Test
  void a_plot_is_about_the_latest_jdk_that_has_figures_for_it() throws IOException {
    MadeUp parked = new MadeUp();
    parked.entry("memory.Parked", "\"peer\": \"respool\", \"depth\": \"1\"", "B", "56");
    write(17, parked.roundTrip("respool", 1, false, "6"));
    write(25, new MadeUp().roundTrip("respool", 1, false, "5"));
    assertEquals(
        "On JDK 17, a coroutine parked in its body took Respool 56 B.",
        plot("opening-memory.svg").sentence());
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
    String sentence = "On JDK 25, an element of a generator took Respool 6 ns.";
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
