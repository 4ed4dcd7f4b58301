package dev.respool.benchmarks.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
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

  /** Half of the programs by the plugin, in words; nothing if none was measured. */
  Optional<String> conclusion(int jdk) {
    Map<String, Row> ours = ratios(RESPOOL, jdk);
    return ours.isEmpty() ? Optional.empty() : Optional.of(half(ours) + " " + worst(ours));
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
    return new OpeningPlot("opening-ordinary.svg", title, drawing, sentences(jdk));
  }

  /** The programs are ordinary Kotlin too, with nothing by hand. */
  private static String name(Row row) {
    return row.peer().equals(KOTLIN) ? "Kotlin, suspend" : PeerName.of(row);
  }

  /** By program; LuaJ's by the agent, as it is instrumented by nothing else. */
  private Map<String, Row> ratios(String peer, int jdk) {
    return ratios(row -> row.peer().equals(peer), jdk);
  }

  /** Those by the plugin where there are both. */
  private Map<String, Row> ratios(Predicate<Row> asked, int jdk) {
    Map<String, Row> ratios = new LinkedHashMap<>();
    for (Question program : Workloads.programs()) {
      rows(program, jdk)
          .filter(asked)
          .max(Comparator.comparing(Row::door))
          .ifPresent(row -> ratios.put(Workloads.program(program), row));
    }
    return ratios;
  }

  private Stream<Row> rows(Question program, int jdk) {
    return new Comparison(program, jdk, results.measurements()).rows().stream();
  }

  private String sentences(int jdk) {
    Map<String, Row> ours = ratios(RESPOOL, jdk);
    return Stream.of(
            Optional.of(half(ours)),
            Optional.of(worst(ours)),
            byAgent(ours, jdk),
            awake(ratios(AWAKE, jdk)),
            beside(ours, ratios(KOTLIN, jdk)))
        .flatMap(Optional::stream)
        .collect(Collectors.joining(" "));
  }

  private static String half(Map<String, Row> ours) {
    return "Half of the %d programs%s take at most %s times as long as plain Java."
        .formatted(ours.size(), doors(ours), median(ours));
  }

  /** How they were instrumented. */
  private static String doors(Map<String, Row> ours) {
    long byPlugin = ours.values().stream().filter(OpeningPrograms::isPlugin).count();
    long byAgent = ours.size() - byPlugin;
    if (byPlugin > 0 && byAgent > 0) {
      return " (%d instrumented by the plugin, %d by the agent)".formatted(byPlugin, byAgent);
    }
    return byPlugin > 0 ? ", instrumented by the plugin," : ", instrumented by the agent,";
  }

  private static boolean isPlugin(Row row) {
    return row.door().equals(Place.PLUGIN);
  }

  private static String worst(Map<String, Row> ours) {
    Map.Entry<String, Row> worst =
        ours.entrySet().stream()
            .max(Comparator.comparingDouble(e -> e.getValue().value()))
            .orElseThrow();
    return "The worst, %s, takes %s times as long."
        .formatted(worst.getKey(), Digits.ratio(worst.getValue().value()));
  }

  /** Nothing if those of the agent are what was told already, or not all programs. */
  private Optional<String> byAgent(Map<String, Row> told, int jdk) {
    Map<String, Row> agents = ratios(row -> row.peer().equals(RESPOOL) && !isPlugin(row), jdk);
    boolean isNew = told.values().stream().anyMatch(OpeningPrograms::isPlugin);
    return isNew && agents.keySet().equals(told.keySet())
        ? Optional.of(
            "If the agent instruments all of them, the median is %s. %s"
                .formatted(median(agents), worst(agents)))
        : Optional.empty();
  }

  private static Optional<String> awake(Map<String, Row> awake) {
    return awake.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "Where other coroutines suspend in the same methods, the median is %s."
                .formatted(median(awake)));
  }

  private static Optional<String> beside(Map<String, Row> ours, Map<String, Row> kotlin) {
    List<String> both = ours.keySet().stream().filter(kotlin::containsKey).toList();
    long less = both.stream().filter(p -> kotlin.get(p).value() < ours.get(p).value()).count();
    return both.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "With Kotlin's suspend functions it is %s, and less than Respool's in %d of %d programs."
                .formatted(median(kotlin), less, both.size()));
  }

  private static String median(Map<String, Row> ratios) {
    return Digits.ratio(
        new Samples("", ratios.values().stream().map(Row::value).toList()).median());
  }
}
