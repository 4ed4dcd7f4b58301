package dev.respool.benchmarks.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Measurements from JSON of the shape that JMH writes. What is missing in an entry stays empty. */
final class JsonMeasurements {
  /** The name of the metric for what an operation allocates. */
  static final String ALLOCATION = "gc.alloc.rate.norm";

  private JsonMeasurements() {}

  /** The measurements of one file; entries without values are left out. */
  static List<Measurement> of(JsonArray entries, Place place) {
    List<Measurement> measurements = new ArrayList<>();
    for (JsonElement entry : entries) {
      measurement(entry.getAsJsonObject(), place).ifPresent(measurements::add);
    }
    return measurements;
  }

  private static Optional<Measurement> measurement(JsonObject entry, Place place) {
    return samples(entry.getAsJsonObject("primaryMetric"))
        .map(
            samples ->
                new Measurement(
                    place,
                    entry.get("benchmark").getAsString(),
                    strings(entry.getAsJsonObject("params")),
                    setting(entry),
                    samples,
                    allocation(entry).flatMap(JsonMeasurements::samples)));
  }

  /**
   * What an operation allocates. JMH puts a dot in front of what its profilers measured, in some
   * versions a middle dot.
   */
  static Optional<JsonObject> allocation(JsonObject entry) {
    JsonObject secondary = entry.getAsJsonObject("secondaryMetrics");
    if (secondary == null) {
      return Optional.empty();
    }
    return secondary.keySet().stream()
        .filter(name -> name.endsWith(ALLOCATION))
        .findFirst()
        .map(secondary::getAsJsonObject);
  }

  private static Optional<Samples> samples(JsonObject metric) {
    if (metric == null) {
      return Optional.empty();
    }
    List<Double> values = finite(raw(metric));
    return values.isEmpty()
        ? Optional.empty()
        : Optional.of(new Samples(text(metric, "scoreUnit"), values));
  }

  /** All forks' values, or the score if the file has no more. */
  private static List<JsonElement> raw(JsonObject metric) {
    List<JsonElement> values = new ArrayList<>();
    if (metric.get("rawData") instanceof JsonArray forks) {
      forks.forEach(fork -> fork.getAsJsonArray().forEach(values::add));
    }
    if (values.isEmpty() && metric.has("score")) {
      values.add(metric.get("score"));
    }
    return values;
  }

  /** JMH writes what is no number as the text "NaN". */
  private static List<Double> finite(List<JsonElement> values) {
    return values.stream()
        .filter(JsonPrimitive.class::isInstance)
        .map(JsonElement::getAsDouble)
        .filter(Double::isFinite)
        .toList();
  }

  private static Setting setting(JsonObject entry) {
    return new Setting(
        (text(entry, "vmName") + " " + text(entry, "vmVersion")).strip(),
        text(entry, "jdkVersion"),
        arguments(entry),
        text(entry, "forks"),
        iterations(entry, "warmup"),
        iterations(entry, "measurement"),
        (text(entry, "revision") + " " + text(entry, "day")).strip());
  }

  /** The options of the measured JVM, with the names of files shortened. */
  static List<String> arguments(JsonObject entry) {
    if (!(entry.get("jvmArgs") instanceof JsonArray arguments)) {
      return List.of();
    }
    return StreamSupport.stream(arguments.spliterator(), false)
        .map(a -> withoutDirectories(a.getAsString()))
        .toList();
  }

  /** The page tells which files were used, not where they were. */
  static String withoutDirectories(String argument) {
    return argument.replaceAll("(?<=[=:]|^)/\\S*/", "");
  }

  private static String iterations(JsonObject entry, String what) {
    String count = text(entry, what + "Iterations");
    String time = text(entry, what + "Time");
    boolean singleShots = text(entry, "mode").equals("ss");
    return count.isEmpty() || time.isEmpty() || singleShots ? count : count + " × " + time;
  }

  /** The member as text, empty if there is none. */
  static String text(JsonObject object, String name) {
    return object.get(name) instanceof JsonPrimitive value ? value.getAsString() : "";
  }

  /** The members that are plain values. */
  static Map<String, String> strings(JsonObject object) {
    Map<String, String> strings = new LinkedHashMap<>();
    if (object != null) {
      object.keySet().forEach(name -> strings.put(name, text(object, name)));
    }
    return strings;
  }
}
