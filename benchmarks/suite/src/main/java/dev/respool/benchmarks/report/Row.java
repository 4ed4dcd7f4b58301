package dev.respool.benchmarks.report;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * One peer's answer to a question.
 *
 * @param value the median of all values
 * @param spread half of the interquartile range
 * @param allocation the median of the bytes allocated by an operation
 */
record Row(
    String peer, String door, double value, OptionalDouble spread, OptionalDouble allocation) {
  /** The order of labels. */
  static final Comparator<String> RESPOOL_FIRST =
      Comparator.comparing((String label) -> !isRespool(label))
          .thenComparing(Comparator.naturalOrder());

  /** Whether a label or a title is one of ours. */
  static boolean isRespool(String label) {
    return label.toLowerCase(Locale.ROOT).startsWith("respool");
  }

  /** Each label once. */
  static List<String> labels(Stream<Row> rows) {
    return sorted(rows.map(Row::label));
  }

  /** Each name once, ours first. */
  static List<String> sorted(Stream<String> names) {
    return names.distinct().sorted(RESPOOL_FIRST).toList();
  }

  /** Whether it is one of ours. */
  boolean isRespool() {
    return isRespool(peer);
  }

  /** How many times better than the other one this is: less is better in everything we measure. */
  double timesBetterThan(Row other) {
    return other.value / value;
  }

  /** The peer, with the door where there are several. */
  String label() {
    return isRespool() || !door.equals(Place.PLUGIN) ? peer + ", " + door : peer;
  }
}
