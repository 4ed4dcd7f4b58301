package dev.respool.agent;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The keys that the agent's argument may hold, and what each means to a reader of the help. */
enum OptionKey {
  SUSPENDABLE("suspendable", "PATTERNS", "third-party classes that may suspend"),
  SAVEABLE("saveable", "PATTERNS", "classes that are made serializable, with their lambdas"),
  EXCLUDE("exclude", "PATTERNS", "classes that are never transformed"),
  MONITORS("monitors", "refuse|release", "what becomes of methods that suspend in synchronized"),
  DEBUG("debug", "true|false", "debuggers see the source only; true if one is expected"),
  DUMP("dump", "DIR", "write every transformed class file below DIR"),
  CACHE("cache", "DIR", "keep transformed classes in DIR for the next start"),
  STRICT("strict", "true|false", "end the JVM when something cannot be transformed"),
  VERBOSE("verbose", "true|false", "print a line for every transformed class");

  private final String text;
  private final String value;
  private final String meaning;

  OptionKey(String text, String value, String meaning) {
    this.text = text;
    this.value = value;
    this.meaning = meaning;
  }

  String text() {
    return text;
  }

  static Optional<OptionKey> of(String text) {
    for (OptionKey key : values()) {
      if (key.text.equals(text)) {
        return Optional.of(key);
      }
    }
    return Optional.empty();
  }

  /** Every key with its meaning, one a line, and how to write them. */
  static String help() {
    return Arrays.stream(values())
        .map(key -> String.format("  %-23s %s%n", key.text + "=" + key.value, key.meaning))
        .collect(
            Collectors.joining(
                "",
                "Write -javaagent:respool-agent.jar=key=value,key=value with these keys:%n"
                    .formatted(),
                "PATTERNS are separated by ';': pkg.** (with subpackages), pkg.*, pkg.Pre*,"
                    + " pkg.Class"));
  }
}
