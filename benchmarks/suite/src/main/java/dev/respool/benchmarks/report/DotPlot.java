package dev.respool.benchmarks.report;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/**
 * Ratios as dots, a line for each thing that was asked, over one logarithmic axis. Each label has a
 * colour.
 */
final class DotPlot {
  private static final int RIGHT = 24;
  private static final int TOP = 84;
  private static final int LEGEND = 30;
  private static final int LETTER = 7;
  private static final double[] TICKS = {.1, .2, .5, 1, 2, 5, 10, 20, 50, 100, 200};

  private final String title;
  private final Map<String, List<Row>> lines;
  private final Function<Row, String> naming;
  private final PlotSize size;
  private final List<String> labels;
  private final Extent extent;

  /**
   * @param title at the top
   * @param lines by name, in their order; all ratios above zero
   * @param naming what the colours stand for
   */
  DotPlot(String title, Map<String, List<Row>> lines, Function<Row, String> naming, PlotSize size) {
    this.title = title;
    this.lines = lines;
    this.naming = naming;
    this.size = size;
    this.labels = Row.sorted(lines.values().stream().flatMap(List::stream).map(naming));
    this.extent = Extent.of(lines);
  }

  /** The part of the axis that is drawn. */
  private record Extent(double least, double most) {
    static Extent of(Map<String, List<Row>> lines) {
      return new Extent(
          all(lines, values -> values.min().orElse(1)) / 1.05,
          all(lines, values -> values.max().orElse(1)) * 1.05);
    }

    /** The ratio of 1 is always there. */
    private static double all(Map<String, List<Row>> lines, ToDoubleFunction<DoubleStream> chosen) {
      DoubleStream values = lines.values().stream().flatMap(List::stream).mapToDouble(Row::value);
      return chosen.applyAsDouble(DoubleStream.concat(DoubleStream.of(1), values));
    }

    boolean contains(double ratio) {
      return least <= ratio && ratio <= most;
    }

    /** Between 0 and 1. */
    double share(double ratio) {
      return Math.log(ratio / least) / Math.log(most / least);
    }
  }

  /** The drawing. */
  String draw() {
    int bottom = TOP + lines.size() * size.step();
    Svg svg = new Svg(size.width(), bottom + 32, title);
    legend(svg);
    DoubleStream.of(TICKS).filter(extent::contains).forEach(ratio -> tick(svg, ratio, bottom));
    int y = TOP + size.step() / 2;
    for (Map.Entry<String, List<Row>> line : lines.entrySet()) {
      line(svg, line.getKey(), line.getValue(), y);
      y += size.step();
    }
    return svg.toString();
  }

  private void legend(Svg svg) {
    int x = 22;
    for (int i = 0; i < labels.size(); i++) {
      svg.dot("dot " + Svg.colour(i), x, 50, labels.get(i));
      svg.text("", x + 10, 54, labels.get(i));
      x += LEGEND + LETTER * labels.get(i).length();
    }
  }

  private void tick(Svg svg, double ratio, int bottom) {
    double x = position(ratio);
    svg.line("grid", x, TOP, x, bottom);
    svg.text("faint", x - 4, bottom + 18, Digits.of(ratio));
  }

  private double position(double ratio) {
    int left = size.leftNames();
    return left + (size.width() - RIGHT - left) * extent.share(ratio);
  }

  private void line(Svg svg, String name, List<Row> rows, int y) {
    svg.textUpTo("", size.leftNames() - 8, y + 4, name);
    for (Row row : rows) {
      String style = "dot " + Svg.colour(labels.indexOf(naming.apply(row)));
      String value = name + ", " + naming.apply(row) + ": " + Digits.of(row.value());
      svg.dot(style, position(row.value()), y, value);
    }
  }
}
