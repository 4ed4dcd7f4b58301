package dev.respool.benchmarks.tool;

import dev.respool.benchmarks.fork.Extent;
import dev.respool.benchmarks.fork.Figure;
import dev.respool.benchmarks.fork.Figures;
import dev.respool.benchmarks.fork.Fork;
import dev.respool.benchmarks.fork.Told;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the first suspension of a method costs: its time, and metaspace. */
final class FirstSuspension {
  private static final int CLASSES = 200;
  private static final double NANOSECONDS_OF_A_MICROSECOND = 1e3;

  private final GeneratedBodies bodies;
  private final int classes;
  private final Extent extent;
  private final Figures figures;

  private FirstSuspension(GeneratedBodies bodies, int classes, Extent extent, Figures figures) {
    this.bodies = bodies;
    this.classes = classes;
    this.extent = extent;
    this.figures = figures;
  }

  static void measure(Extent extent, Figures figures) {
    figures.ask(
        "first suspension",
        () -> {
          int classes = extent == Extent.TINY ? 30 : CLASSES;
          try (GeneratedBodies bodies = GeneratedBodies.compile(classes)) {
            FirstSuspension question = new FirstSuspension(bodies, classes, extent, figures);
            question.metaspace("plain", bodies.plain());
            question.metaspace("instrumented", bodies.instrumented());
            question.time();
          }
        });
  }

  private void metaspace(String kind, Path directory) {
    Fork fork = Fork.bare(MetaspaceRun.class, kind, classes).withClasses(directory);
    all(fork)
        .forEach(
            (state, bytes) -> {
              Map<String, String> parameters = Map.of("classes", kind, "after", state);
              figures.add(
                  new Figure("tool.Metaspace", parameters, "B/method", bytes, fork.options()));
            });
  }

  private void time() {
    Fork fork = Fork.bare(FirstYieldRun.class, classes).withClasses(bodies.instrumented());
    all(fork)
        .forEach(
            (state, nanoseconds) -> {
              List<Double> micros =
                  nanoseconds.stream().map(n -> n / NANOSECONDS_OF_A_MICROSECOND).toList();
              Map<String, String> parameters = Map.of("jvm", state);
              figures.add(new Figure("tool.FirstYield", parameters, "us", micros, fork.options()));
            });
  }

  /** What several JVMs have told. */
  private Map<String, List<Double>> all(Fork fork) {
    Map<String, List<Double>> all = new TreeMap<>();
    for (int i = 0; i < extent.repetitions(); i++) {
      Told told = fork.run();
      told.values()
          .forEach(
              (name, values) -> all.computeIfAbsent(name, n -> new ArrayList<>()).addAll(values));
    }
    return all;
  }
}
