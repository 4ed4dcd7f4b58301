package dev.respool.benchmarks.report;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Servers under load on one JDK: a table for each number of connections, the fastest first. */
final class ServerTables {
  /** The benchmark whose score is the time of a request, in microseconds. */
  static final String REQUEST = "load.Request";

  private static final String CONNECTIONS = "connections";
  private static final String IDLE = "load.Idle";
  private static final String LOOPS = "load.Loops";
  private static final int CONNECTIONS_A_LOOP = 64;
  private static final double MICROSECONDS = 1e6; // a second

  private final int jdk;
  private final List<Measurement> measurements;

  ServerTables(int jdk, Results results) {
    this.jdk = jdk;
    this.measurements =
        results.measurements().stream().filter(m -> m.place().jdk() == jdk).toList();
  }

  /** The tables in Markdown; nothing if no server was measured. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (Map.Entry<Integer, List<Measurement>> some : byConnections(REQUEST).entrySet()) {
      text.append('\n').append(busy(some.getKey(), some.getValue()));
    }
    Map<Integer, List<Measurement>> loops = byConnections(LOOPS);
    if (!loops.isEmpty()) {
      text.append('\n').append(loops(loops));
    }
    for (Map.Entry<Integer, List<Measurement>> some : byConnections(IDLE).entrySet()) {
      text.append('\n').append(idle(some.getKey(), some.getValue()));
    }
    return text.toString();
  }

  /** The times of a request, as bars; none without measurements. */
  List<BarPlot.Panel> panels() {
    return byConnections(REQUEST).entrySet().stream()
        .map(
            some ->
                new BarPlot.Panel(
                    some.getKey() + " connections", "µs a request", rows(some.getValue())))
        .toList();
  }

  private Map<Integer, List<Measurement>> byConnections(String benchmark) {
    return measurements.stream()
        .filter(m -> m.shortName().equals(benchmark))
        .sorted(Comparator.comparingDouble(m -> m.samples().median()))
        .collect(
            Collectors.groupingBy(ServerTables::connections, TreeMap::new, Collectors.toList()));
  }

  private static int connections(Measurement measurement) {
    return Integer.parseInt(measurement.parameters().get(CONNECTIONS));
  }

  private List<Row> rows(List<Measurement> some) {
    return some.stream().map(ServerTables::row).toList();
  }

  private static Row row(Measurement measurement) {
    Samples samples = measurement.samples();
    return new Row(
        measurement.peer(),
        measurement.place().door(),
        samples.median(),
        samples.halfInterquartileRange(),
        OptionalDouble.empty());
  }

  private Table busy(int connections, List<Measurement> some) {
    Table table =
        new Table(
            connections + " connections, JDK " + jdk,
            "requests a second",
            "half are answered within µs",
            "99 % within µs",
            "99.9 % within µs");
    for (Measurement time : some) {
      table.line(
          PeerName.of(row(time)),
          Digits.of(MICROSECONDS / time.samples().median()),
          beside(time, REQUEST + ".p50"),
          beside(time, REQUEST + ".p99"),
          beside(time, REQUEST + ".p99.9"));
    }
    return table;
  }

  private Table loops(Map<Integer, List<Measurement>> byConnections) {
    Table table =
        new Table(
            "Respool's loops and processors, each shared with a thread of wrk, JDK " + jdk,
            "requests a second");
    for (List<Measurement> some : byConnections.values()) {
      Measurement time = some.get(0);
      table.line(
          Digits.of(connections(time) / CONNECTIONS_A_LOOP),
          Digits.of(MICROSECONDS / time.samples().median()));
    }
    return table;
  }

  private Table idle(int connections, List<Measurement> some) {
    Table table =
        new Table(
            Digits.of(connections) + " idle connections, JDK " + jdk,
            "bytes of heap each",
            "µs to connect and be answered");
    for (Measurement bytes : some) {
      table.line(
          PeerName.of(row(bytes)),
          Digits.of(bytes.samples().median()),
          beside(bytes, "load.Connect"));
    }
    return table;
  }

  /** Another figure of the same peer, with as many connections. */
  private String beside(Measurement one, String benchmark) {
    return measurements.stream()
        .filter(m -> m.shortName().equals(benchmark) && m.parameters().equals(one.parameters()))
        .map(m -> Digits.of(m.samples().median()))
        .findFirst()
        .orElse("");
  }
}
