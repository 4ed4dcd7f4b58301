package dev.respool.agent;

import dev.respool.compiler.plan.Monitors;
import dev.respool.compiler.suspendable.Patterns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the user asked of the agent: {@code key=value,key=value}.
 *
 * <p>A value cannot hold a comma. Every key may be given once.
 */
record AgentOptions(
    Patterns suspendable,
    Patterns saveable,
    Patterns exclude,
    Monitors monitors,
    boolean debuggable,
    Optional<Path> dump,
    Optional<Path> cache,
    boolean strict,
    boolean verbose) {

  /**
   * Reads the agent's argument; creates the directory of {@code dump}, but not that of {@code
   * cache}.
   *
   * @param argument null or blank: the defaults
   * @param debugger whether the JVM was started for one: the default of {@code debug}
   * @throws InvalidOptionException naming what is wrong and every valid key
   */
  static AgentOptions parse(String argument, boolean debugger) {
    Map<OptionKey, String> values = split(argument);
    return new AgentOptions(
        patterns(values, OptionKey.SUSPENDABLE),
        patterns(values, OptionKey.SAVEABLE),
        patterns(values, OptionKey.EXCLUDE),
        monitors(values),
        isTrue(values, OptionKey.DEBUG, debugger),
        dump(values),
        cache(values),
        isTrue(values, OptionKey.STRICT, false),
        isTrue(values, OptionKey.VERBOSE, false));
  }

  /** The same in a JVM that was not started for a debugger. */
  static AgentOptions parse(String argument) {
    return parse(argument, false);
  }

  private static Map<OptionKey, String> split(String argument) {
    Map<OptionKey, String> values = new EnumMap<>(OptionKey.class);
    if (argument == null || argument.isBlank()) {
      return values;
    }
    for (String option : argument.split(",", -1)) {
      int equals = option.indexOf('=');
      String text = equals < 0 ? option.strip() : option.substring(0, equals).strip();
      OptionKey key = OptionKey.of(text).orElse(null);
      if (key == null) {
        throw unknown(text, argument);
      }
      String value = equals < 0 ? "" : option.substring(equals + 1).strip();
      if (value.isEmpty()) {
        throw new InvalidOptionException("Respool agent: option '" + text + "' has no value.");
      }
      if (values.put(key, value) != null) {
        throw new InvalidOptionException("Respool agent: option '" + text + "' is given twice.");
      }
    }
    return values;
  }

  private static InvalidOptionException unknown(String text, String argument) {
    return new InvalidOptionException(
        "Respool agent: unknown option '" + text + "' in '" + argument + "'.");
  }

  private static Patterns patterns(Map<OptionKey, String> values, OptionKey key) {
    String value = values.get(key);
    if (value == null) {
      return Patterns.none();
    }
    try {
      return Patterns.parse(value);
    } catch (IllegalArgumentException invalid) {
      throw bad(key, value, invalid.getMessage());
    }
  }

  private static Monitors monitors(Map<OptionKey, String> values) {
    String value = values.getOrDefault(OptionKey.MONITORS, Monitors.REFUSE.toString());
    try {
      return Monitors.of(value);
    } catch (IllegalArgumentException invalid) {
      throw bad(OptionKey.MONITORS, value, invalid.getMessage());
    }
  }

  private static Optional<Path> dump(Map<OptionKey, String> values) {
    String value = values.get(OptionKey.DUMP);
    return value == null ? Optional.empty() : Optional.of(newDirectory(value));
  }

  private static Path newDirectory(String value) {
    try {
      return Files.createDirectories(Path.of(value).toAbsolutePath());
    } catch (IOException | InvalidPathException failure) {
      throw bad(OptionKey.DUMP, value, "the directory cannot be made (" + failure + ")");
    }
  }

  /** Is not made: what is in it runs, so whoever makes it decides who may write there. */
  private static Optional<Path> cache(Map<OptionKey, String> values) {
    String value = values.get(OptionKey.CACHE);
    return value == null ? Optional.empty() : Optional.of(oldDirectory(value));
  }

  private static Path oldDirectory(String value) {
    try {
      Path directory = Path.of(value).toAbsolutePath();
      if (Files.isDirectory(directory)) {
        return directory;
      }
    } catch (InvalidPathException invalid) {
      throw bad(OptionKey.CACHE, value, "the directory's name is not one (" + invalid + ")");
    }
    throw bad(
        OptionKey.CACHE,
        value,
        "there is no such directory; make it, and let nobody write there who may not decide what"
            + " the program does");
  }

  private static boolean isTrue(Map<OptionKey, String> values, OptionKey key, boolean otherwise) {
    String value = values.getOrDefault(key, String.valueOf(otherwise));
    return switch (value) {
      case "true" -> true;
      case "false" -> false;
      default -> throw bad(key, value, "the value must be true or false");
    };
  }

  private static InvalidOptionException bad(OptionKey key, String value, String why) {
    return new InvalidOptionException(
        "Respool agent: bad option '" + key.text() + "=" + value + "': " + why + ".");
  }
}
