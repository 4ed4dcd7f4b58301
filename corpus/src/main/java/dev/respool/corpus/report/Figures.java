package dev.respool.corpus.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a run has found, as named values: recorded as a file of lines {@code name=value}, for
 * whoever puts many runs together.
 *
 * @param values by name
 */
public record Figures(SortedMap<String, String> values) {
  /** Begins the names of refusals; the reason follows. */
  public static final String REFUSAL = "refusal.";

  /**
   * The figures of the JVM that runs this, and nothing else.
   *
   * @return figures to add to
   */
  public static Figures ofThisJvm() {
    Figures figures = new Figures(new TreeMap<>());
    figures.values.put("jdk", String.valueOf(Runtime.version().feature()));
    figures.values.put("jdk-version", Runtime.version().toString());
    return figures;
  }

  /**
   * The figures of a verification.
   *
   * @param tally its counts
   * @return all of them
   */
  public static Figures of(Tally tally) {
    Figures figures = ofThisJvm().with("subject", tally.subject());
    tally.sums().forEach(figures::with);
    tally.refusals().forEach((reason, count) -> figures.with(REFUSAL + reason, count));
    return figures
        .with("unverifiable", tally.unverifiable().values().stream().mapToInt(c -> c.size()).sum())
        .with("failures", tally.failures().size());
  }

  /**
   * The same figures, to add others to.
   *
   * @return a copy
   */
  public Figures copy() {
    return new Figures(new TreeMap<>(values));
  }

  /**
   * Adds a value.
   *
   * @param name of what was found
   * @param value without line breaks
   * @return this
   */
  public Figures with(String name, Object value) {
    values.put(name, value.toString());
    return this;
  }

  /**
   * A count.
   *
   * @param name of what was counted
   * @return 0 if nothing was
   */
  public long count(String name) {
    return Long.parseLong(values.getOrDefault(name, "0"));
  }

  /**
   * A value.
   *
   * @param name of what was found
   * @return empty if it was not
   */
  public String text(String name) {
    return values.getOrDefault(name, "");
  }

  /**
   * Records the figures.
   *
   * @param file to write; its directory is made
   * @throws IOException if it cannot be written
   */
  public void write(Path file) throws IOException {
    List<String> lines =
        values.entrySet().stream().map(value -> value.getKey() + "=" + value.getValue()).toList();
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.write(file, lines);
  }

  /**
   * Reads what was recorded.
   *
   * @param file the record
   * @return its figures
   * @throws IOException if it cannot be read
   */
  public static Figures read(Path file) throws IOException {
    Figures figures = new Figures(new TreeMap<>());
    for (String line : Files.readAllLines(file)) {
      int equals = line.indexOf('=');
      if (equals < 0) {
        throw new IOException(file + " is no record: its line '" + line + "' has no '='");
      }
      figures.with(line.substring(0, equals), line.substring(equals + 1));
    }
    return figures;
  }

  /**
   * The refusals of methods.
   *
   * @return counts by reason
   */
  public SortedMap<String, Long> refusals() {
    SortedMap<String, Long> refusals = new TreeMap<>();
    for (Map.Entry<String, String> value : values.entrySet()) {
      if (value.getKey().startsWith(REFUSAL)) {
        refusals.put(value.getKey().substring(REFUSAL.length()), Long.valueOf(value.getValue()));
      }
    }
    return refusals;
  }
}
