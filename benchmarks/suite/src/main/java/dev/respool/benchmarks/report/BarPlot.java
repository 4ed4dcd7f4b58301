package dev.respool.benchmarks.report;

import java.util.List;

/**
 * Bars beside each other's names, in panels below each other.
 *
 * @param title at the top
 * @param panels each with its own scale
 */
record BarPlot(String title, List<Panel> panels) {
  private static final int WIDTH = 760;
  private static final int LEFT = 170;
  private static final int RIGHT = WIDTH - 80;
  private static final int TOP = 44;
  private static final int BAR = 16;
  private static final int STEP = 22;
  private static final int GAP = 36;

  /**
   * A group of bars.
   *
   * @param rows the best first
   */
  record Panel(String title, String unit, List<Row> rows) {
    int height() {
      return GAP + rows.size() * STEP;
    }

    double scale() {
      return (RIGHT - LEFT) / rows.stream().mapToDouble(Row::value).max().orElse(1);
    }
  }

  String draw() {
    int height = TOP + panels.stream().mapToInt(Panel::height).sum() + 16;
    Svg svg = new Svg(WIDTH, height, title);
    int y = TOP;
    for (Panel panel : panels) {
      draw(svg, panel, y);
      y += panel.height();
    }
    return svg.toString();
  }

  private static void draw(Svg svg, Panel panel, int top) {
    svg.text("faint", 16, top + 18, panel.title() + " (" + panel.unit() + ")");
    int y = top + GAP - 8;
    for (Row row : panel.rows()) {
      bar(svg, row, y, row.value() * panel.scale());
      y += STEP;
    }
  }

  private static void bar(Svg svg, Row row, int y, double width) {
    String value = Digits.of(row.value());
    String style = row.isRespool() ? "bar ours" : "bar";
    svg.textUpTo("", LEFT - 8, y + BAR - 4, row.label());
    svg.rectangle(style, LEFT, y, Math.max(width, 1), BAR, row.label() + ": " + value);
    svg.text("", LEFT + width + 6, y + BAR - 4, value);
  }
}
