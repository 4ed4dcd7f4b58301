package dev.respool.benchmarks.load;

import dev.respool.benchmarks.fork.Figure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the rounds have measured, by what it was. */
final class Samples {
  private record Subject(String name, String peer, int connections, String unit) {
    Figure figure(List<Double> values, List<String> options) {
      Map<String, String> parameters =
          Map.of("peer", peer, "connections", String.valueOf(connections));
      return new Figure(name, parameters, unit, values, options);
    }
  }

  private final Map<Subject, List<Double>> values = new LinkedHashMap<>();

  void add(String name, ServerPeer peer, int connections, String unit, double value) {
    Subject subject = new Subject(name, peer.name(), connections, unit);
    values.computeIfAbsent(subject, s -> new ArrayList<>()).add(value);
  }

  /** Of each subject all values. */
  List<Figure> figures(List<String> options) {
    List<Figure> figures = new ArrayList<>();
    values.forEach((subject, all) -> figures.add(subject.figure(all, options)));
    return figures;
  }
}
