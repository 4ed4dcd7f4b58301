package dev.respool.benchmarks.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The plots of the workloads. */
final class Plots {
  private final Results results;

  Plots(Results results) {
    this.results = results;
  }

  /** The drawings by the names of their files; one that would be empty is left out. */
  Map<String, String> all() {
    Map<String, String> plots = new LinkedHashMap<>();
    for (int jdk : results.jdks()) {
      roundTrips(plots, jdk);
      String on = ", JDK " + jdk;
      bars(plots, "memory-" + jdk, "Retained bytes per parked coroutine" + on, jdk, memory());
      bars(plots, "colour-" + jdk, "Suspendable code that does not suspend" + on, jdk, colour());
      put(plots, "servers-" + jdk, "Servers" + on, new ServerTables(jdk, results).panels());
    }
    ordinary(plots);
    return plots;
  }

  private void ordinary(Map<String, String> plots) {
    Map<String, List<Row>> lines = new LinkedHashMap<>();
    Workloads.programs()
        .forEach(question -> results.jdks().forEach(jdk -> add(lines, question, jdk)));
    if (!lines.isEmpty()) {
      String title = "Ordinary programs that could suspend, to plain Java";
      plots.put("ordinary.svg", new DotPlot(title, lines, Row::label, PlotSize.WHOLE).draw());
    }
  }

  private void add(Map<String, List<Row>> lines, Question question, int jdk) {
    List<Row> rows = new Comparison(question, jdk, results.measurements()).coloured();
    if (!rows.isEmpty()) {
      lines.put(Workloads.program(question) + ", JDK " + jdk, rows);
    }
  }

  private static List<Question> memory() {
    return List.of(Workloads.PARKED_1, Workloads.PARKED_10);
  }

  private static List<Question> colour() {
    return List.of(Workloads.FIB_TAX, Workloads.LOOP_TAX);
  }

  private void roundTrips(Map<String, String> plots, int jdk) {
    Map<String, SortedMap<Integer, Double>> lines = new TreeMap<>(Row.RESPOOL_FIRST);
    Workloads.atDepths().forEach(question -> addPoints(lines, question, jdk));
    if (!lines.isEmpty()) {
      String title = "A round trip below that many suspended activations, JDK " + jdk;
      LinePlot plot = new LinePlot(title, "depth", Unit.NANOSECONDS.symbol(), PlotSize.WHOLE);
      plots.put("round-trip-" + jdk + ".svg", plot.draw(lines));
    }
  }

  /** A figure of nothing has no place on a logarithmic axis. */
  private void addPoints(
      Map<String, SortedMap<Integer, Double>> lines, Question question, int jdk) {
    int depth = Workloads.depth(question);
    new Comparison(question, jdk, results.measurements())
        .rows().stream()
            .filter(row -> row.value() > 0)
            .forEach(
                row ->
                    lines
                        .computeIfAbsent(row.label(), l -> new TreeMap<>())
                        .put(depth, row.value()));
  }

  private void bars(
      Map<String, String> plots, String name, String title, int jdk, List<Question> questions) {
    List<BarPlot.Panel> panels =
        questions.stream().flatMap(question -> panel(question, jdk)).toList();
    put(plots, name, title, panels);
  }

  private static void put(
      Map<String, String> plots, String name, String title, List<BarPlot.Panel> panels) {
    if (!panels.isEmpty()) {
      plots.put(name + ".svg", new BarPlot(title, panels).draw());
    }
  }

  private Stream<BarPlot.Panel> panel(Question question, int jdk) {
    List<Row> rows = new Comparison(question, jdk, results.measurements()).rows();
    return rows.isEmpty()
        ? Stream.empty()
        : Stream.of(new BarPlot.Panel(question.title(), question.unit().symbol(), rows));
  }
}
