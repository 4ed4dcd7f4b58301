package dev.respool.benchmarks.report;

import java.util.Optional;

/** All peers' answers to one question on one JDK, the best first. */
final class QuestionTable {
  private final Unit unit;
  private final Comparison comparison;
  private final Table table;

  QuestionTable(Question question, int jdk, Results results) {
    this.unit = question.unit();
    this.comparison = new Comparison(question, jdk, results.measurements());
    this.table =
        new Table(
            question.title() + ", JDK " + jdk,
            unit.symbol(),
            "±",
            "B/op",
            "times better than Loom",
            "times better than the best peer");
    comparison.rows().forEach(this::add);
  }

  @Override
  public String toString() {
    return table.toString();
  }

  private void add(Row row) {
    table.line(
        row.label(),
        unit.digits(row.value()),
        row.spread().isPresent() ? unit.digits(row.spread().getAsDouble()) : "",
        Digits.of(row.allocation()),
        times(row, comparison.loom()),
        times(row, comparison.best()));
  }

  private static String times(Row row, Optional<Row> other) {
    return other.map(o -> Digits.ratio(row.timesBetterThan(o))).orElse("");
  }
}
