package dev.respool.benchmarks.report;

import java.util.List;
import java.util.function.Function;

/** The plots at the top of the page, two beside each other, each with its sentence below it. */
final class Opening {
  private static final int BESIDE = 2;
  private static final String NOTHING = "&nbsp;";

  private final List<OpeningPlot> plots;

  Opening(List<OpeningPlot> plots) {
    this.plots = plots;
  }

  /** A table in Markdown; nothing without plots. */
  @Override
  public String toString() {
    if (plots.isEmpty()) {
      return "";
    }
    Table table = new Table(cells(0, Opening::image));
    table.line(cells(0, OpeningPlot::sentence));
    for (int first = BESIDE; first < plots.size(); first += BESIDE) {
      table.line(cells(first, Opening::image));
      table.line(cells(first, OpeningPlot::sentence));
    }
    return table.toString();
  }

  private static String image(OpeningPlot plot) {
    return "![" + plot.title() + "](performance/" + plot.name() + ")";
  }

  /** Beside the last of an odd number of plots is nothing. */
  private String[] cells(int first, Function<OpeningPlot, String> part) {
    String[] cells = new String[BESIDE];
    for (int i = 0; i < BESIDE; i++) {
      cells[i] = first + i < plots.size() ? part.apply(plots.get(first + i)) : NOTHING;
    }
    return cells;
  }
}
