package dev.respool.benchmarks.report;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What Respool needs and who needs less, in one or two sentences.
 *
 * @param sentence with %s for Respool's figure, and no full stop
 */
record Clause(String sentence, Standing standing) {
  /** More names than these are counted instead. */
  private static final int NAMED = 2;

  @Override
  public String toString() {
    String ours = sentence.formatted(value(standing.ours())) + ".";
    return standing.rivals().isEmpty() ? ours : ours + " " + better();
  }

  private String better() {
    List<Row> better = standing.better();
    if (better.isEmpty()) {
      return "No other " + comparative(false) + ".";
    }
    Row best = better.get(0);
    if (better.size() == 1) {
      String name = PeerName.of(best);
      return "Only %s %s (%s).".formatted(name, comparative(isPlural(name)), value(best));
    }
    if (better.size() <= NAMED) {
      return joined(better.stream().map(this::named).toList()) + " " + comparative(true) + ".";
    }
    return "%d of %d others %s, most of all %s."
        .formatted(better.size(), standing.rivals().size(), comparative(true), named(best));
  }

  private String comparative(boolean plural) {
    if (standing.unit() == Unit.BYTES) {
      return plural ? "retain less" : "retains less";
    }
    return plural ? "are faster" : "is faster";
  }

  /** Kotlin intrinsics, virtual threads. */
  private static boolean isPlural(String name) {
    return name.endsWith("s");
  }

  private String named(Row row) {
    return PeerName.of(row) + " (" + value(row) + ")";
  }

  private String value(Row row) {
    return standing.unit().digits(row.value()) + " " + standing.unit().symbol();
  }

  /** Words with commas, and "and" before the last one. */
  static String joined(List<String> words) {
    int last = words.size() - 1;
    return last < 1
        ? String.join("", words)
        : words.stream().limit(last).collect(Collectors.joining(", ")) + " and " + words.get(last);
  }
}
