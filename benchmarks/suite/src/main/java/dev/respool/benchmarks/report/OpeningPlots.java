package dev.respool.benchmarks.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The plots at the top of the page and what is said of them. Each is about the latest JDK that has
 * figures for it. Of Respool's peers they show those by the plugin that need no explanation.
 */
final class OpeningPlots {
  private static final String RESPOOL = "respool";
  private static final String LOOP = "respool-loop";

  /** Ratios that differ from 1 by less are no difference to a reader. */
  private static final double ALIKE = 0.05;

  private final Results results;

  OpeningPlots(Results results) {
    this.results = results;
  }

  /** A thing that is asked, the title of its bars and the sentence about Respool's. */
  private record Bars(String title, Question question, String words) {}

  /** In their order; one without data is left out. */
  List<OpeningPlot> all() {
    return Stream.of(
            bars("opening-generator", "An element of a generator", generators()),
            roundTrips(),
            bars("opening-lives", "A whole life, a node of a walk, a message", lives()),
            new OpeningPrograms(results).plot(),
            bars("opening-memory", "What a parked coroutine retains", parked()))
        .flatMap(Optional::stream)
        .toList();
  }

  private static List<Bars> generators() {
    return List.of(
        new Bars("alone", Workloads.MONO, "Respool needs %s per element"),
        new Bars(
            "after much else has run",
            Workloads.POLLUTED,
            "After much else has run, Respool needs %s"));
  }

  private static List<Bars> lives() {
    return List.of(
        new Bars(
            "create to end",
            Workloads.ONE,
            "Respool needs %s to create a coroutine that yields once and ends"),
        new Bars("tree walk", Workloads.WALK, "For a node of a tree walk, Respool needs %s"),
        new Bars("ping-pong", Workloads.PING_PONG, "For a message of ping-pong, it needs %s"));
  }

  private static List<Bars> parked() {
    return List.of(
        new Bars("in its body", Workloads.PARKED_1, "A coroutine parked in its body retains %s"),
        new Bars(
            "10 calls deep", Workloads.PARKED_10, "A coroutine parked 10 calls deep retains %s"));
  }

  private Optional<OpeningPlot> bars(String name, String title, List<Bars> bars) {
    return latest(bars.stream().map(Bars::question)).map(jdk -> bars(name, title, bars, jdk));
  }

  private OpeningPlot bars(String name, String title, List<Bars> bars, int jdk) {
    List<BarPlot.Panel> panels =
        bars.stream()
            .map(b -> new BarPlot.Panel(b.title(), unit(b.question()), shown(b.question(), jdk)))
            .filter(panel -> !panel.rows().isEmpty())
            .toList();
    String headline = title + ", JDK " + jdk;
    String drawing = new BarGrid(headline, panels).draw();
    return new OpeningPlot(name + ".svg", headline, drawing, sentences(bars, jdk));
  }

  private String sentences(List<Bars> bars, int jdk) {
    return bars.stream()
        .flatMap(b -> clause(b.words(), b.question(), jdk).stream())
        .collect(Collectors.joining(" "));
  }

  private Optional<String> clause(String words, Question question, int jdk) {
    return Standing.of(question, RESPOOL, jdk, results)
        .map(standing -> new Clause(words, standing).toString());
  }

  private Optional<OpeningPlot> roundTrips() {
    return latest(Workloads.atDepths()).map(this::roundTrips);
  }

  private OpeningPlot roundTrips(int jdk) {
    Map<String, SortedMap<Integer, Double>> lines = new TreeMap<>(Row.RESPOOL_FIRST);
    Workloads.atDepths()
        .forEach(
            question ->
                shown(question, jdk)
                    .forEach(
                        row ->
                            lines
                                .computeIfAbsent(PeerName.of(row), name -> new TreeMap<>())
                                .put(Workloads.depth(question), row.value())));
    String title = "A round trip below suspended calls, JDK " + jdk;
    LinePlot plot = new LinePlot(title, "depth", Unit.NANOSECONDS.symbol(), PlotSize.HALF);
    return new OpeningPlot("opening-depth.svg", title, plot.draw(lines), depthSentences(jdk));
  }

  private String depthSentences(int jdk) {
    return Stream.of(
            clause(
                "1,000 calls deep, Respool needs %s for a round trip", Workloads.DEPTH_1000, jdk),
            growth(jdk))
        .flatMap(Optional::stream)
        .collect(Collectors.joining(" "));
  }

  /** How many times a round trip from the depth takes that from the body. */
  private Optional<String> growth(int jdk) {
    Question growth = Workloads.DEPTH_1000.over(Workloads.MONO.selection(), "growth");
    return Standing.of(growth, RESPOOL, jdk, results)
        .map(standing -> "For Respool that is " + times(standing.ours().value()) + most(standing));
  }

  private static String times(double growth) {
    String times = Digits.ratio(growth);
    return Math.abs(growth - 1) < ALIKE
        ? "the same as without the calls (" + times + " times)"
        : times + " times as long as without the calls";
  }

  private static String most(Standing standing) {
    List<Row> rivals = standing.rivals();
    return rivals.isEmpty()
        ? "."
        : "; for %s it is %s times as long."
            .formatted(
                PeerName.of(rivals.get(rivals.size() - 1)),
                Digits.ratio(rivals.get(rivals.size() - 1).value()));
  }

  private static String unit(Question question) {
    return question.unit().symbol();
  }

  private Optional<Integer> latest(Stream<Question> questions) {
    List<Question> asked = questions.toList();
    List<Integer> jdks = new ArrayList<>(results.jdks());
    Collections.reverse(jdks);
    return jdks.stream()
        .filter(jdk -> asked.stream().anyMatch(question -> !shown(question, jdk).isEmpty()))
        .findFirst();
  }

  /** Respool's two and all rivals; a figure of nothing has no place on a logarithmic axis. */
  private List<Row> shown(Question question, int jdk) {
    Comparison comparison = new Comparison(question, jdk, results.measurements());
    return comparison.rows().stream()
        .filter(row -> row.value() > 0)
        .filter(row -> isOurs(row) || comparison.rivals().contains(row))
        .toList();
  }

  private static boolean isOurs(Row row) {
    return row.door().equals(Place.PLUGIN)
        && (row.peer().equals(RESPOOL) || row.peer().equals(LOOP));
  }
}
