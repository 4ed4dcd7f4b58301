package dev.respool.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Writes the page about the performance, its plots, and the page of the targets. */
public final class Report {
  private static final Pattern OWN_PLOT =
      Pattern.compile("((round-trip|memory|colour|servers)-\\d+|ordinary|opening-\\w+)\\.svg");

  private Report() {}

  /**
   * Writes {@code performance.md}, {@code performance/*.svg} and {@code performance/targets.md}.
   *
   * @param arguments the directory of results and the directory of the documentation
   * @throws IOException if one cannot be read or the other not written
   */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 2) {
      throw new IllegalArgumentException("Expected: RESULTS DOCS, found: " + arguments.length);
    }
    write(Path.of(arguments[0]), Path.of(arguments[1]));
  }

  static void write(Path from, Path docs) throws IOException {
    Results results = ResultFiles.read(from);
    List<OpeningPlot> opening = new OpeningPlots(results).all();
    Map<String, String> plots = new Plots(results).all();
    String page = new Page(results, opening, plots.keySet()).write();
    opening.forEach(plot -> plots.put(plot.name(), plot.drawing()));
    Path directory = Files.createDirectories(docs.resolve("performance"));
    deletePlots(directory);
    for (Map.Entry<String, String> plot : plots.entrySet()) {
      Files.writeString(directory.resolve(plot.getKey()), plot.getValue());
    }
    Files.writeString(docs.resolve("performance.md"), page);
    Files.writeString(directory.resolve("targets.md"), new TargetPage(results).write());
  }

  /** A plot of a JDK that is no longer measured would be a figure that nobody has measured. */
  private static void deletePlots(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.toList()) {
        if (OWN_PLOT.matcher(file.getFileName().toString()).matches()) {
          Files.delete(file);
        }
      }
    }
  }
}
