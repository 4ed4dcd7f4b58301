package dev.respool.benchmarks.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What ordinary programs pay, on the latest JDK that has figures for them. */
final class OpeningPrograms {
  private static final String RESPOOL = "respool";
  private static final String AWAKE = "respool-awake";
  private static final String KOTLIN = "kotlin";

  private final Results results;

  OpeningPrograms(Results results) {
    this.results = results;
  }

  /** Nothing if no program was measured with Respool. */
  Optional<OpeningPlot> plot() {
    return results.jdks().stream()
        .filter(jdk -> !ratios(RESPOOL, jdk).isEmpty())
        .max(Comparator.naturalOrder())
        .map(this::plot);
  }

  private OpeningPlot plot(int jdk) {
    Map<String, List<Row>> lines = new LinkedHashMap<>();
    for (String peer : List.of(RESPOOL, AWAKE, KOTLIN)) {
      ratios(peer, jdk)
          .forEach(
              (program, row) -> lines.computeIfAbsent(program, p -> new ArrayList<>()).add(row));
    }
    String title = "Programs that never suspend, to plain Java, JDK " + jdk;
    String drawing = new DotPlot(title, lines, OpeningPrograms::name, PlotSize.HALF).draw();
    return new OpeningPlot("opening-ordinary.svg", title, drawing, sentence(jdk));
  }

  /** The programs are ordinary Kotlin too, with nothing by hand. */
  private static String name(Row row) {
    return row.peer().equals(KOTLIN) ? "Kotlin, suspend" : PeerName.of(row);
  }

  /** By program; LuaJ's by the agent, as it is instrumented by nothing else. */
  private Map<String, Row> ratios(String peer, int jdk) {
    Map<String, Row> ratios = new LinkedHashMap<>();
    for (Question program : Workloads.programs()) {
      rows(program, jdk)
          .filter(row -> row.peer().equals(peer))
          .max(Comparator.comparing(Row::door))
          .ifPresent(row -> ratios.put(Workloads.program(program), row));
    }
    return ratios;
  }

  private Stream<Row> rows(Question program, int jdk) {
    return new Comparison(program, jdk, results.measurements()).rows().stream();
  }

  private String sentence(int jdk) {
    Map<String, Row> ours = ratios(RESPOOL, jdk);
    Map.Entry<String, Row> worst =
        ours.entrySet().stream()
            .max(Comparator.comparingDouble(e -> e.getValue().value()))
            .orElseThrow();
    return "On JDK %d, the median of %d programs took %s times plain Java with Respool, the worst (%s) %s times%s%s."
        .formatted(
            jdk,
            ours.size(),
            median(ours),
            worst.getKey(),
            Digits.of(worst.getValue().value()),
            awake(ratios(AWAKE, jdk)),
            beside(ours, ratios(KOTLIN, jdk)));
  }

  private static String awake(Map<String, Row> awake) {
    return awake.isEmpty()
        ? ""
        : ", and the median %s times where other coroutines suspend in the same methods"
            .formatted(median(awake));
  }

  private static String beside(Map<String, Row> ours, Map<String, Row> kotlin) {
    List<String> both = ours.keySet().stream().filter(kotlin::containsKey).toList();
    long less = both.stream().filter(p -> kotlin.get(p).value() < ours.get(p).value()).count();
    return both.isEmpty()
        ? ""
        : "; with Kotlin's suspend functions it was %s times, and less than Respool's in %d of %d"
            .formatted(median(kotlin), less, both.size());
  }

  private static String median(Map<String, Row> ratios) {
    return Digits.of(new Samples("", ratios.values().stream().map(Row::value).toList()).median());
  }
}
