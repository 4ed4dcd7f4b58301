package dev.respool.benchmarks.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A table of the page. A cell without a value is written as a dash. */
final class Table {
  /** What stands where nothing was measured. */
  static final String MISSING = "–";

  private final List<List<String>> lines = new ArrayList<>();
  private final int columns;

  Table(String... headings) {
    this.columns = headings.length;
    lines.add(List.of(headings));
    lines.add(Collections.nCopies(columns, "---"));
  }

  /** Adds a line; an empty cell becomes a dash. */
  Table line(String... cells) {
    if (cells.length != columns) {
      throw new IllegalArgumentException(cells.length + " cells, not " + columns);
    }
    lines.add(List.of(cells).stream().map(Table::cell).toList());
    return this;
  }

  boolean isEmpty() {
    return lines.size() == 2;
  }

  private static String cell(String text) {
    String oneLine = text.strip().replaceAll("\\s+", " ").replace("|", "\\|");
    return oneLine.isEmpty() ? MISSING : oneLine;
  }

  /** The table in Markdown; nothing if it has no lines. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    if (!isEmpty()) {
      lines.forEach(l -> text.append("| ").append(String.join(" | ", l)).append(" |\n"));
    }
    return text.toString();
  }
}
