package dev.respool.corpus.proof;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** A table in Markdown: each row a record, each column something that it says. */
final class Table<R> {
  private final Map<String, Function<R, String>> columns = new LinkedHashMap<>();

  Table<R> text(String heading, Function<R, String> cell) {
    columns.put(heading, cell);
    return this;
  }

  Table<R> count(String heading, Function<R, Long> cell) {
    return text(heading, row -> String.format(Locale.ROOT, "%,d", cell.apply(row)));
  }

  /** One digit behind the point. */
  Table<R> number(String heading, Function<R, Double> cell) {
    return text(heading, row -> String.format(Locale.ROOT, "%,.1f", cell.apply(row)));
  }

  /**
   * @return its lines; a dash where there are no rows
   */
  String of(List<R> rows) {
    if (rows.isEmpty()) {
      return "–\n";
    }
    List<String> lines = new ArrayList<>();
    lines.add(line(List.copyOf(columns.keySet())));
    lines.add(line(columns.keySet().stream().map(heading -> "---").toList()));
    rows.forEach(row -> lines.add(line(cells(row))));
    return String.join("\n", lines) + "\n";
  }

  private List<String> cells(R row) {
    return columns.values().stream().map(cell -> cell.apply(row)).toList();
  }

  private static String line(List<String> cells) {
    return "| " + String.join(" | ", cells) + " |";
  }
}
