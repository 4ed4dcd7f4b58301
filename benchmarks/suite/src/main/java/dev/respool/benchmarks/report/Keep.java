package dev.respool.benchmarks.report;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Keeps of a run's results what the pages need: the values of all forks and how they were measured,
 * without percentiles, logs and the directories of the machine. What is kept lies in the
 * repository, so that workloads can be measured in several runs, and everybody can check the pages
 * against it.
 */
public final class Keep {
  private static final String JSON = ".json";
  private static final String LOG = ".log";
  private static final String NOTES = ".notes.tsv";
  private static final String MACHINE = "machine.json";
  private static final Set<String> OF_THE_RUN = Set.of(MACHINE, "peers.json");
  private static final List<String> PLAIN =
      List.of(
          "benchmark",
          "mode",
          "forks",
          "jdkVersion",
          "vmName",
          "vmVersion",
          "warmupIterations",
          "warmupTime",
          "measurementIterations",
          "measurementTime",
          "params");
  private static final List<String> OF_A_METRIC = List.of("score", "scoreUnit", "rawData");

  private final Path from;
  private final Path to;
  private final String revision;
  private final String day;

  private Keep(Path from, Path to) throws IOException {
    this.from = from;
    this.to = Files.createDirectories(to);
    JsonObject machine =
        JsonParser.parseString(Files.readString(from.resolve(MACHINE))).getAsJsonObject();
    this.revision = JsonMeasurements.text(machine, "revision");
    this.day = JsonMeasurements.text(machine, "started");
  }

  /**
   * Replaces what is kept of the workloads that were run; that of others stays.
   *
   * @param arguments the results of one JDK and door, such as {@code results/25-plugin}, and the
   *     directory in which they are kept
   * @throws IOException if one cannot be read or the other not written
   */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 2) {
      throw new IllegalArgumentException("Expected: RESULTS KEPT, found: " + arguments.length);
    }
    keep(Path.of(arguments[0]), Path.of(arguments[1]));
  }

  static void keep(Path from, Path to) throws IOException {
    new Keep(from, to).keepAll();
  }

  private void keepAll() throws IOException {
    Set<String> workloads = new LinkedHashSet<>();
    for (Path file : files()) {
      String name = file.getFileName().toString();
      if (OF_THE_RUN.contains(name)) {
        Files.writeString(to.resolve(name), Files.readString(file));
      } else {
        workloads.add(name.substring(0, name.indexOf('.')));
      }
    }
    for (String workload : workloads) {
      keepResults(workload);
      keepNotes(workload);
    }
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(from)) {
      return files.filter(this::isKept).sorted().toList();
    }
  }

  private boolean isKept(Path file) {
    return Stream.of(JSON, LOG, NOTES).anyMatch(file.getFileName().toString()::endsWith);
  }

  private void keepResults(String workload) throws IOException {
    Path results = from.resolve(workload + JSON);
    Path kept = to.resolve(workload + JSON);
    Files.deleteIfExists(kept);
    if (Files.isReadable(results)) {
      JsonArray entries = JsonParser.parseString(Files.readString(results)).getAsJsonArray();
      List<String> lines = new ArrayList<>();
      entries.forEach(entry -> lines.add(new Gson().toJson(kept(entry.getAsJsonObject()))));
      Files.writeString(kept, lines.stream().collect(Collectors.joining(",\n", "[\n", "\n]\n")));
    }
  }

  private JsonObject kept(JsonObject entry) {
    JsonObject kept = members(entry, PLAIN);
    JsonArray options = new JsonArray();
    JsonMeasurements.arguments(entry).forEach(options::add);
    kept.add("jvmArgs", options);
    kept.addProperty("revision", revision);
    kept.addProperty("day", day);
    if (entry.get("primaryMetric") instanceof JsonObject primary) {
      kept.add("primaryMetric", members(primary, OF_A_METRIC));
    }
    JsonObject secondary = new JsonObject();
    JsonMeasurements.allocation(entry)
        .ifPresent(
            metric -> secondary.add(JsonMeasurements.ALLOCATION, members(metric, OF_A_METRIC)));
    kept.add("secondaryMetrics", secondary);
    return kept;
  }

  private static JsonObject members(JsonObject object, List<String> names) {
    JsonObject some = new JsonObject();
    for (String name : names) {
      Optional.ofNullable(object.get(name)).ifPresent(value -> some.add(name, value));
    }
    return some;
  }

  /** JMH leaves out of its results what failed; its log is the only place that has the reason. */
  private void keepNotes(String workload) throws IOException {
    List<String> notes = new ArrayList<>();
    Path noted = from.resolve(workload + NOTES);
    if (Files.isReadable(noted)) {
      notes.addAll(Files.readAllLines(noted));
    }
    Path log = from.resolve(workload + LOG);
    if (Files.isReadable(log)) {
      JmhLog.failures(Files.readAllLines(log)).forEach((what, why) -> notes.add(what + "\t" + why));
    }
    Path kept = to.resolve(workload + NOTES);
    Files.deleteIfExists(kept);
    if (!notes.isEmpty()) {
      Files.write(kept, notes);
    }
  }
}
