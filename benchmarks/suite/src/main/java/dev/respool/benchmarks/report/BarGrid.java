package dev.respool.benchmarks.report;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A line of bars for each peer, and a column for each thing that was asked, with an axis of its
 * own. A bar's length is the logarithm of its value where the column's values are far apart.
 *
 * @param title at the top
 * @param panels the columns; the peers are ordered by the first one that has them
 */
record BarGrid(String title, List<BarPlot.Panel> panels) {
  private static final int WIDTH = PlotSize.HALF.width();
  private static final int NAMES = 124;
  private static final int TOP = 74;
  private static final int BAR = 12;
  private static final int STEP = 19;
  private static final int VALUE = 46;

  /** How far the values of a column may be apart on a linear axis. */
  private static final double FAR = 20;

  /** A column in the drawing. */
  private record Column(BarPlot.Panel panel, double left, double width) {
    /** A logarithmic axis begins at the power of ten below its least value. */
    double length(double value) {
      return isLogarithmic()
          ? width * Math.log10(value / base()) / Math.log10(most() / base())
          : width * value / most();
    }

    boolean isLogarithmic() {
      return least() > 0 && most() / least() > FAR;
    }

    String axis() {
      return panel.unit() + (isLogarithmic() ? ", logarithmic" : "");
    }

    private double base() {
      return Math.pow(10, Math.floor(Math.log10(least())));
    }

    private double least() {
      return panel.rows().stream().mapToDouble(Row::value).min().orElse(0);
    }

    private double most() {
      return panel.rows().stream().mapToDouble(Row::value).max().orElse(1);
    }
  }

  /** The drawing. */
  String draw() {
    List<String> names = names();
    int bottom = TOP + names.size() * STEP;
    Svg svg = new Svg(WIDTH, bottom + 16, title);
    for (int i = 0; i < names.size(); i++) {
      svg.textUpTo("", NAMES - 6, TOP + i * STEP + BAR - 2, names.get(i));
    }
    columns().forEach(column -> draw(svg, column, names, bottom));
    return svg.toString();
  }

  private List<String> names() {
    return panels.stream().flatMap(p -> p.rows().stream()).map(PeerName::of).distinct().toList();
  }

  private List<Column> columns() {
    double width = (double) (WIDTH - NAMES - 4) / panels.size();
    return IntStream.range(0, panels.size())
        .mapToObj(i -> new Column(panels.get(i), NAMES + i * width, width - VALUE))
        .toList();
  }

  private static void draw(Svg svg, Column column, List<String> names, int bottom) {
    svg.text("", column.left(), TOP - 26, column.panel().title());
    svg.text("faint", column.left(), TOP - 11, column.axis());
    svg.line("grid", column.left(), TOP - 4, column.left(), bottom);
    for (Row row : column.panel().rows()) {
      bar(svg, column, row, TOP + names.indexOf(PeerName.of(row)) * STEP);
    }
  }

  private static void bar(Svg svg, Column column, Row row, int y) {
    String value = Digits.of(row.value());
    String style = row.isRespool() ? "bar ours" : "bar";
    double length = Math.max(column.length(row.value()), 1);
    svg.rectangle(style, column.left(), y, length, BAR, PeerName.of(row) + ": " + value);
    svg.text("", column.left() + length + 4, y + BAR - 2, value);
  }
}
