package dev.respool.benchmarks.report;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What Respool took and who took less, as a part of a sentence.
 *
 * @param what the words before Respool's figure
 */
record Clause(String what, Standing standing) {
  /** More names than these are counted instead. */
  private static final int NAMED = 2;

  @Override
  public String toString() {
    String ours = what + " " + value(standing.ours());
    return standing.rivals().isEmpty() ? ours : ours + ", and " + less();
  }

  private String less() {
    List<Row> better = standing.better();
    if (better.isEmpty()) {
      return "nothing took less";
    }
    if (better.size() <= NAMED) {
      return joined(better.stream().map(this::named).toList()) + " took less";
    }
    return "%d of %d took less, the least %s"
        .formatted(better.size(), standing.rivals().size(), named(better.get(0)));
  }

  private String named(Row row) {
    return PeerName.of(row) + " (" + value(row) + ")";
  }

  private String value(Row row) {
    return Digits.of(row.value()) + " " + standing.unit().symbol();
  }

  /** Words with commas, and "and" before the last one. */
  static String joined(List<String> words) {
    int last = words.size() - 1;
    return last < 1
        ? String.join("", words)
        : words.stream().limit(last).collect(Collectors.joining(", ")) + " and " + words.get(last);
  }
}
