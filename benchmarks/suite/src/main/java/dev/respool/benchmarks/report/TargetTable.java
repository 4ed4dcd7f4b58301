package dev.respool.benchmarks.report;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The targets on one JDK: what was reached by each door, and what the peers of the run reached. */
final class TargetTable {
  private final Results results;
  private final int jdk;
  private final Table table =
      new Table(
          "target",
          "Respool",
          "found",
          "at most",
          "reached",
          "best peer",
          "times better than it",
          "at least",
          "reached",
          "Loom",
          "times better than it",
          "at least",
          "reached");

  TargetTable(Results results, int jdk) {
    this.results = results;
    this.jdk = jdk;
    Targets.on(jdk).forEach(this::add);
  }

  @Override
  public String toString() {
    return table.toString();
  }

  private void add(Target target) {
    Comparison comparison = new Comparison(target.question(), jdk, results.measurements());
    List<Row> ours =
        comparison.respool().stream().filter(r -> r.peer().matches(target.ours())).toList();
    if (ours.isEmpty()) {
      line(target, Optional.empty(), comparison);
    }
    ours.forEach(row -> line(target, Optional.of(row), comparison));
  }

  private void line(Target target, Optional<Row> ours, Comparison comparison) {
    Optional<Row> best = comparison.best();
    Optional<Row> loom = comparison.loom();
    String unit = target.question().unit().symbol();
    table.line(
        target.question().title(),
        ours.map(Row::label).orElse(target.ours().replace("|", " or ")),
        ours.map(r -> Digits.of(r.value()) + " " + unit).orElse(""),
        Digits.of(target.atMost()) + " " + unit,
        ours.map(target::judge).orElse(""),
        best.map(r -> r.peer() + " " + Digits.of(r.value()) + " " + unit).orElse(""),
        times(ours, best, target.timesBetterThanBest()),
        Digits.of(target.timesBetterThanBest()),
        judge(ours, best, target.timesBetterThanBest()),
        loom.map(r -> Digits.of(r.value()) + " " + unit).orElse(""),
        times(ours, loom, target.timesBetterThanLoom()),
        Digits.of(target.timesBetterThanLoom()),
        judge(ours, loom, target.timesBetterThanLoom()));
  }

  /** Nothing if the target does not ask. */
  private static String times(Optional<Row> ours, Optional<Row> other, OptionalDouble atLeast) {
    return ours.isEmpty() || other.isEmpty() || atLeast.isEmpty()
        ? ""
        : Digits.of(ours.get().timesBetterThan(other.get()));
  }

  private static String judge(Optional<Row> ours, Optional<Row> other, OptionalDouble atLeast) {
    return ours.isEmpty() || other.isEmpty() || atLeast.isEmpty()
        ? ""
        : Target.verdict(ours.get().timesBetterThan(other.get()) >= atLeast.getAsDouble());
  }
}
