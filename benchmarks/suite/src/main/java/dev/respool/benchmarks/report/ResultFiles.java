package dev.respool.benchmarks.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads what {@link Keep} has kept of the runs.
 *
 * <pre>
 * measured/25-plugin/WORKLOAD.json       measurements
 *                   /WORKLOAD.notes.tsv  WORKLOAD or a benchmark of it, tab, what went wrong
 *                   /machine.json        on what was measured last
 *                   /peers.json          peers that could not run, with the reason
 * </pre>
 *
 * <p>A file that cannot be read is told on the page; it does not spoil the others.
 */
final class ResultFiles {
  private final List<Measurement> measurements = new ArrayList<>();
  private final List<Absence> absences = new ArrayList<>();
  private final List<Machine> machines = new ArrayList<>();

  private ResultFiles() {}

  /** Everything below this directory. */
  static Results read(Path directory) throws IOException {
    ResultFiles files = new ResultFiles();
    for (Path child : children(directory)) {
      Optional<Place> place = Place.named(child.getFileName().toString());
      if (place.isPresent()) {
        files.readAll(child, place.get());
      }
    }
    return new Results(
        files.measurements, files.absences.stream().distinct().toList(), files.machines);
  }

  private static List<Path> children(Path directory) throws IOException {
    try (Stream<Path> children = Files.list(directory)) {
      return children.sorted().toList();
    }
  }

  private void readAll(Path directory, Place place) throws IOException {
    for (Path file : children(directory)) {
      try {
        read(file, place);
      } catch (JsonParseException
          | IllegalStateException
          | UnsupportedOperationException
          | NumberFormatException e) {
        String reason = "its file of results cannot be read: " + e.getMessage();
        absences.add(new Absence(file.getFileName().toString(), where(place), reason));
      }
    }
  }

  private void read(Path file, Place place) throws IOException {
    String name = file.getFileName().toString();
    if (name.equals("machine.json")) {
      machines.add(new Machine(place, JsonMeasurements.strings(parse(file).getAsJsonObject())));
    } else if (name.equals("peers.json")) {
      parse(file).getAsJsonArray().forEach(e -> absences.add(absence(e.getAsJsonObject(), place)));
    } else if (name.endsWith(".notes.tsv")) {
      Files.readAllLines(file).forEach(line -> absences.add(note(line, place)));
    } else if (name.endsWith(".json")) {
      readMeasurements(file, place);
    }
  }

  private void readMeasurements(Path file, Place place) throws IOException {
    if (parse(file) instanceof JsonArray entries) {
      measurements.addAll(JsonMeasurements.of(entries, place));
    } else {
      throw new JsonParseException("it is no array");
    }
  }

  private static JsonElement parse(Path file) throws IOException {
    return JsonParser.parseString(Files.readString(file));
  }

  private static Absence absence(JsonObject peer, Place place) {
    String jdk = JsonMeasurements.text(peer, "jdk");
    return new Absence(
        JsonMeasurements.text(peer, "peer"),
        "JDK " + (jdk.isEmpty() ? place.jdk() : jdk),
        JsonMeasurements.text(peer, "reason"));
  }

  private static Absence note(String line, Place place) {
    String[] parts = line.split("\t", 2);
    return new Absence(parts[0], where(place), parts.length > 1 ? Note.said(parts[1]) : "");
  }

  private static String where(Place place) {
    return "JDK " + place;
  }
}
