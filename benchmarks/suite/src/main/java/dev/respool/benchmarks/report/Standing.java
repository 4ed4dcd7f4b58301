package dev.respool.benchmarks.report;

import java.util.List;
import java.util.Optional;

/**
 * One of Respool's peers beside all rivals, in one question on one JDK.
 *
 * @param unit of all values
 * @param ours the plugin's if it was measured, else the agent's
 * @param rivals the best first
 */
record Standing(Unit unit, Row ours, List<Row> rivals) {
  /**
   * Nothing if Respool was not measured.
   *
   * @param ours the name of one of Respool's peers
   */
  static Optional<Standing> of(Question question, String ours, int jdk, Results results) {
    Comparison comparison = new Comparison(question, jdk, results.measurements());
    return comparison.respool().stream()
        .filter(row -> row.peer().equals(ours))
        .findFirst()
        .map(row -> new Standing(question.unit(), row, comparison.rivals()));
  }

  /** The rivals that took less, the best first. */
  List<Row> better() {
    return rivals.stream().filter(rival -> ours.timesBetterThan(rival) < 1).toList();
  }

  /** How many times better Respool is; nothing if the rival was not measured. */
  Optional<Double> timesBetterThan(PeerName rival) {
    return rivals.stream()
        .filter(row -> row.peer().equals(rival.peer()))
        .findFirst()
        .map(ours::timesBetterThan);
  }
}
