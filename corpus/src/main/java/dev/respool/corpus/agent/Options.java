package dev.respool.corpus.agent;

import dev.respool.compiler.suspendable.Patterns;
import dev.respool.corpus.schedule.Schedule;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the user asked of the agent: {@code packages=…;mode=…;schedule=…}.
 *
 * @param packages whose classes yield everywhere
 * @param mode what a foreign frame does to a suspension
 * @param schedule which executions suspend
 */
record Options(Patterns packages, Mode mode, Schedule schedule) {
  private static final String HELP =
      "; write packages=org/acme/text/,org/acme/Other;mode=auto-entry|refuse;"
          + "schedule=sites|random:SEED:N|every";

  /** What a foreign frame does to a suspension. */
  enum Mode {
    /** It is resumed at once by the method that the foreign frame called. */
    AUTO_ENTRY,
    /** It is refused; coroutines start at the test methods. */
    REFUSE
  }

  /**
   * Reads the agent's argument.
   *
   * @throws IllegalArgumentException naming what is wrong
   */
  static Options parse(String argument) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String option : (argument == null ? "" : argument).split(";")) {
      int equals = option.indexOf('=');
      if (equals < 0
          || values.put(option.substring(0, equals), option.substring(equals + 1)) != null) {
        throw new IllegalArgumentException("malformed or repeated option '" + option + "'" + HELP);
      }
    }
    Options options =
        new Options(
            packages(values.remove("packages")),
            mode(values.getOrDefault("mode", "auto-entry")),
            Schedule.parse(values.getOrDefault("schedule", "sites")));
    values.keySet().removeAll(List.of("mode", "schedule"));
    if (!values.isEmpty()) {
      throw new IllegalArgumentException("unknown options " + values.keySet() + HELP);
    }
    return options;
  }

  private static Patterns packages(String text) {
    if (text == null || text.isBlank()) {
      throw new IllegalArgumentException("the option packages is missing" + HELP);
    }
    return Patterns.of(
        Arrays.stream(text.split(","))
            .map(String::strip)
            .filter(name -> !name.isEmpty())
            .map(name -> name.replace('/', '.'))
            .flatMap(Options::patterns)
            .toList());
  }

  /** A name without a separator at its end may be that of a package or that of a class. */
  private static Stream<String> patterns(String name) {
    if (name.endsWith("*")) {
      return Stream.of(name);
    }
    return name.endsWith(".") ? Stream.of(name + "**") : Stream.of(name, name + ".**");
  }

  private static Mode mode(String text) {
    return switch (text) {
      case "auto-entry" -> Mode.AUTO_ENTRY;
      case "refuse" -> Mode.REFUSE;
      default -> throw new IllegalArgumentException("unknown mode '" + text + "'" + HELP);
    };
  }
}
