package dev.respool.benchmarks.report;

import java.util.Locale;

/**
 * The text of a drawing. Colours are classes, so that the same drawing is readable on a light and
 * on a dark page: it brings its own background for both.
 */
final class Svg {
  private static final String LIGHT =
      """
      text { font: 12px system-ui, sans-serif; fill: #1f2328; }
      .title { font-size: 14px; font-weight: 600; }
      .faint { fill: #59636e; }
      .page { fill: #ffffff; }
      .grid { stroke: #d1d9e0; stroke-width: 1; }
      .bar { fill: #8c959f; }
      .bar.ours { fill: #0969da; }
      """;

  private static final String DARK =
      """
      text { fill: #f0f6fc; }
      .faint { fill: #9198a1; }
      .page { fill: #0d1117; }
      .grid { stroke: #3d444d; }
      .bar { fill: #656c76; }
      .bar.ours { fill: #4493f8; }
      """;

  /** After the colours, because of rules that weigh the same the last one counts. */
  private static final String SHAPES =
      """
      .line { fill: none; stroke-width: 1.5; }
      .line.ours { stroke-width: 3; }
      .dot, .end { stroke: none; }
      """;

  /** Of lines, on a light page and on a dark one. */
  private static final String[][] COLOURS = {
    {"#0969da", "#4493f8"},
    {"#bc4c00", "#f0883e"},
    {"#8250df", "#ab7df8"},
    {"#1a7f37", "#3fb950"},
    {"#bf3989", "#f778ba"},
    {"#9a6700", "#d29922"},
    {"#cf222e", "#f85149"},
    {"#1b7c83", "#39c5cf"},
    {"#57606a", "#9198a1"},
    {"#6e5494", "#c297ff"},
    {"#4d6b00", "#a5c93d"},
    {"#954b3f", "#d99a8b"},
  };

  private final StringBuilder text = new StringBuilder();

  /**
   * An empty drawing.
   *
   * @param title read aloud where the drawing cannot be seen, and drawn at the top
   */
  Svg(int width, int height, String title) {
    text.append(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\""
                + " height=\"%d\" role=\"img\">\n<title>%s</title>\n",
            width,
            height,
            width,
            height,
            escaped(title)));
    text.append("<style>\n").append(LIGHT).append(colours(0));
    text.append("@media (prefers-color-scheme: dark) {\n").append(DARK).append(colours(1));
    text.append("}\n").append(SHAPES).append("</style>\n");
    rectangle("page", 0, 0, width, height, "");
    text("title", 16, 24, title);
  }

  private static String colours(int page) {
    StringBuilder rules = new StringBuilder();
    for (int i = 0; i < COLOURS.length; i++) {
      String colour = COLOURS[i][page];
      rules.append(".c%d { stroke: %s; fill: %s; }\n".formatted(i, colour, colour));
    }
    return rules.toString();
  }

  /** The class of the line with that number. */
  static String colour(int number) {
    return "c" + number % COLOURS.length;
  }

  Svg line(String style, double x1, double y1, double x2, double y2) {
    return add(
        "<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>",
        style, x1, y1, x2, y2);
  }

  /**
   * @param points x and y, as SVG wants them
   */
  Svg polyline(String style, String points) {
    return add("<polyline class=\"%s\" points=\"%s\"/>", style, points);
  }

  /** A point that tells its value when pointed at. */
  Svg dot(String style, double x, double y, String value) {
    return add(
        "<circle class=\"%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"3\"><title>%s</title></circle>",
        style, x, y, escaped(value));
  }

  /** A rectangle that tells its value when pointed at. */
  Svg rectangle(String style, double x, double y, double width, double height, String value) {
    return add(
        "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"><title>%s</title></rect>",
        style, x, y, width, height, escaped(value));
  }

  Svg text(String style, double x, double y, String words) {
    return add("<text class=\"%s\" x=\"%.1f\" y=\"%.1f\">%s</text>", style, x, y, escaped(words));
  }

  /** A text that ends there. */
  Svg textUpTo(String style, double x, double y, String words) {
    return add(
        "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\" text-anchor=\"end\">%s</text>",
        style, x, y, escaped(words));
  }

  private Svg add(String format, Object... arguments) {
    text.append(String.format(Locale.ROOT, format, arguments)).append('\n');
    return this;
  }

  private static String escaped(String words) {
    return words
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /** The whole drawing. */
  @Override
  public String toString() {
    return text + "</svg>\n";
  }
}
