package dev.respool.benchmarks.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Lines over two logarithmic axes, each named at its end.
 *
 * @param title at the top
 * @param across what the horizontal axis is
 * @param unit of the vertical axis
 * @param size of the drawing
 */
record LinePlot(String title, String across, String unit, PlotSize size) {
  private static final int LEFT = 64;
  private static final int TOP = 56;
  private static final int BELOW = 48;
  private static final int LABEL_HEIGHT = 14;
  private static final int LAST_LABEL = 12;

  /** The end of a line, where its name wants to stand. */
  private record End(String name, String style, double y) {}

  /**
   * The drawing.
   *
   * @param lines by name, from x to y, both above zero; none of them empty. The first names get the
   *     first colours.
   */
  String draw(Map<String, SortedMap<Integer, Double>> lines) {
    LogAxis x = LogAxis.around(all(lines, points -> doubles(points.keySet())), LEFT, right());
    LogAxis y = LogAxis.around(all(lines, SortedMap::values), bottom(), TOP);
    Svg svg = new Svg(size.width(), size.height(), title);
    grid(svg, x, y);
    List<End> ends = new ArrayList<>();
    lines.forEach(
        (name, points) -> ends.add(line(svg, x, y, style(name, ends.size()), name, points)));
    names(svg, ends);
    return svg.toString();
  }

  private int right() {
    return size.width() - size.rightNames();
  }

  private int bottom() {
    return size.height() - BELOW;
  }

  private static List<Double> all(
      Map<String, SortedMap<Integer, Double>> lines,
      Function<SortedMap<Integer, Double>, Collection<Double>> part) {
    return lines.values().stream().flatMap(points -> part.apply(points).stream()).toList();
  }

  private static List<Double> doubles(Collection<Integer> numbers) {
    return numbers.stream().map(Integer::doubleValue).toList();
  }

  private static String style(String name, int number) {
    return Svg.colour(number) + (Row.isRespool(name) ? " ours" : "");
  }

  private void grid(Svg svg, LogAxis x, LogAxis y) {
    for (double tick : y.ticks()) {
      svg.line("grid", LEFT, y.position(tick), right(), y.position(tick));
      svg.textUpTo("faint", LEFT - 8, y.position(tick) + 4, Digits.of(tick));
    }
    for (double tick : x.ticks()) {
      svg.line("grid", x.position(tick), TOP, x.position(tick), bottom());
      svg.text("faint", x.position(tick) - 4, bottom() + 18, Digits.of(tick));
    }
    svg.text("faint", 16, TOP - 12, unit);
    svg.textUpTo("faint", right(), bottom() + 36, across);
  }

  private End line(
      Svg svg, LogAxis x, LogAxis y, String style, String name, Map<Integer, Double> points) {
    SortedMap<Integer, Double> sorted = new TreeMap<>(points);
    svg.polyline("line " + style, joined(x, y, sorted));
    sorted.forEach(
        (depth, value) ->
            svg.dot(
                "dot " + style,
                x.position(depth),
                y.position(value),
                name + " at " + depth + ": " + Digits.of(value) + " " + unit));
    return new End(name, style, y.position(sorted.get(sorted.lastKey())));
  }

  private static String joined(LogAxis x, LogAxis y, SortedMap<Integer, Double> points) {
    return points.entrySet().stream()
        .map(p -> Math.round(x.position(p.getKey())) + "," + Math.round(y.position(p.getValue())))
        .collect(Collectors.joining(" "));
  }

  /** Names at the ends of their lines, moved apart where they would cover each other. */
  private void names(Svg svg, List<End> ends) {
    List<End> sorted = ends.stream().sorted(Comparator.comparingDouble(End::y)).toList();
    double[] places = apart(sorted.stream().mapToDouble(End::y).toArray());
    for (int i = 0; i < places.length; i++) {
      End end = sorted.get(i);
      svg.text("end " + end.style().split(" ")[0], right() + 10, places[i] + 4, end.name());
    }
  }

  /** First down from the top, then, if that has left the drawing, up from the bottom. */
  private double[] apart(double[] places) {
    for (int i = 1; i < places.length; i++) {
      places[i] = Math.max(places[i], places[i - 1] + LABEL_HEIGHT);
    }
    double room = size.height() - LAST_LABEL;
    for (int i = places.length - 1; i >= 0; i--) {
      places[i] = Math.min(places[i], room);
      room = places[i] - LABEL_HEIGHT;
    }
    return places;
  }
}
