package dev.respool.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What ordinary programs take by every peer and door, on all JDKs, in one table of ratios. */
final class ProgramTable {
  private final List<Question> questions;
  private final Results results;
  private final List<String> labels;

  /**
   * @param questions those of {@link Workloads#programs}
   */
  ProgramTable(List<Question> questions, Results results) {
    this.questions = questions;
    this.results = results;
    this.labels =
        Row.labels(
            questions.stream()
                .flatMap(question -> results.jdks().stream().flatMap(jdk -> rows(question, jdk))));
  }

  @Override
  public String toString() {
    List<String> headings = new ArrayList<>(List.of("program", "JDK", "plain, ns"));
    headings.addAll(labels);
    Table table = new Table(headings.toArray(String[]::new));
    questions.forEach(question -> results.jdks().forEach(jdk -> add(table, question, jdk)));
    return table.toString();
  }

  private void add(Table table, Question question, int jdk) {
    List<Row> rows = rows(question, jdk).toList();
    if (!rows.isEmpty()) {
      List<String> cells = new ArrayList<>();
      cells.add(Workloads.program(question));
      cells.add(String.valueOf(jdk));
      cells.add(plain(question, jdk));
      labels.forEach(label -> cells.add(ratio(rows, label)));
      table.line(cells.toArray(String[]::new));
    }
  }

  private static String ratio(List<Row> rows, String label) {
    Optional<Row> row = rows.stream().filter(r -> r.label().equals(label)).findFirst();
    return row.map(r -> Digits.ratio(r.value())).orElse("");
  }

  private String plain(Question question, int jdk) {
    Question time = Question.of(question.title(), Unit.NANOSECONDS, question.selection());
    Optional<Row> row = new Comparison(time, jdk, results.measurements()).peer(Comparison.PLAIN);
    return row.map(r -> Digits.of(r.value())).orElse("");
  }

  private Stream<Row> rows(Question question, int jdk) {
    return new Comparison(question, jdk, results.measurements()).coloured().stream();
  }
}
