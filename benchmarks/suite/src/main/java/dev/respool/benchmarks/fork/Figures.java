package dev.respool.benchmarks.fork;

import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a program has measured, written in the shape in which JMH writes its results. */
public final class Figures {
  private final Path file;
  private final List<Map<String, Object>> entries = new ArrayList<>();
  private int failures;

  /**
   * No figures yet.
   *
   * @param arguments of the program; the first one names the file
   */
  public Figures(String[] arguments) {
    this.file = Path.of(arguments[0]);
  }

  /** A measurement, which may fail. */
  @FunctionalInterface
  public interface Question {
    /**
     * Measures, and adds what it finds.
     *
     * @throws IOException if files cannot be read or written
     */
    void ask() throws IOException;
  }

  /**
   * Measures something. If it fails, that is told on standard error, and the program goes on.
   *
   * @param what for people
   * @param question measures
   */
  public void ask(String what, Question question) {
    System.err.println(what);
    try {
      question.ask();
    } catch (IOException | RuntimeException e) {
      failures++;
      System.err.println(what + " failed: " + e);
    }
  }

  /**
   * Adds a figure, and prints it.
   *
   * @param figure what was measured
   */
  public void add(Figure figure) {
    entries.add(entry(figure));
    System.err.printf(
        "  %s %s: %.4g %s%n",
        figure.name(), new TreeMap<>(figure.parameters()), figure.median(), figure.unit());
  }

  private static Map<String, Object> entry(Figure figure) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("benchmark", "dev.respool.benchmarks." + figure.name());
    entry.put("mode", "ss");
    entry.put("jdkVersion", System.getProperty("java.version"));
    entry.put("vmName", System.getProperty("java.vm.name"));
    entry.put("vmVersion", System.getProperty("java.vm.version"));
    entry.put("jvmArgs", figure.options());
    entry.put("params", new TreeMap<>(figure.parameters()));
    entry.put("primaryMetric", metric(figure));
    entry.put("secondaryMetrics", Map.of());
    return entry;
  }

  private static Map<String, Object> metric(Figure figure) {
    Map<String, Object> metric = new LinkedHashMap<>();
    metric.put("score", figure.median());
    metric.put("scoreError", 0.0);
    metric.put("scoreUnit", figure.unit());
    metric.put("rawData", List.of(figure.values()));
    return metric;
  }

  /**
   * Writes the file and ends the JVM, with an error if a question has failed.
   *
   * @throws IOException if the file cannot be written
   */
  public void end() throws IOException {
    var gson = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
    Files.writeString(file, gson.toJson(entries) + "\n");
    System.exit(failures == 0 ? 0 : 1);
  }
}
