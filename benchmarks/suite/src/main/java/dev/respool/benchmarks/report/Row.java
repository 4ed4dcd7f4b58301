package dev.respool.benchmarks.report;

import java.util.OptionalDouble;

/**
 * One peer's answer to a question.
 *
 * @param value the median of all values
 * @param spread half of the interquartile range
 * @param allocation the median of the bytes allocated by an operation
 */
record Row(
    String peer, String door, double value, OptionalDouble spread, OptionalDouble allocation) {
  /** Whether it is one of ours. */
  boolean isRespool() {
    return peer.startsWith("respool");
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
