package dev.respool.agent.command;

import dev.respool.agent.inspection.InspectedJvm;
import dev.respool.agent.inspection.InspectionException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The words behind a command about a process: its number, and options.
 *
 * @param pid the process
 * @param flags options without a value that are given
 * @param values the values of the other options that are given
 */
record ProcessArguments(long pid, Set<String> flags, Map<String, String> values) {

  /**
   * Reads them.
   *
   * @param knownFlags options without a value, such as {@code --json}
   * @param knownValues options with a value
   * @throws IllegalArgumentException if they are something else: says what
   */
  static ProcessArguments read(
      List<String> words, Set<String> knownFlags, Set<String> knownValues) {
    Set<String> flags = new TreeSet<>();
    Map<String, String> values = new TreeMap<>();
    String pid = null;
    for (Iterator<String> next = words.iterator(); next.hasNext(); ) {
      String word = next.next();
      if (knownFlags.contains(word)) {
        flags.add(word);
      } else if (knownValues.contains(word)) {
        require(next.hasNext(), "option '" + word + "' has no value");
        values.put(word, next.next());
      } else {
        require(!word.startsWith("-"), "unknown option '" + word + "'");
        require(pid == null, "'" + word + "' is a second process");
        pid = word;
      }
    }
    require(pid != null, "no process: say its number, which jps shows");
    return new ProcessArguments(number("the process", pid), flags, values);
  }

  private static void require(boolean right, String problem) {
    if (!right) {
      throw new IllegalArgumentException(problem);
    }
  }

  private static long number(String what, String word) {
    try {
      long number = Long.parseLong(word);
      require(number >= 0, what + " is " + word + " and must not be negative");
      return number;
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(what + " is '" + word + "' and not a number", e);
    }
  }

  /** The value of an option, or what it is if it is not given. */
  int number(String option, int otherwise) {
    String word = values.get(option);
    return word == null
        ? otherwise
        : (int) Math.min(Integer.MAX_VALUE, number("the value of " + option, word));
  }

  /** The process, ready to answer. */
  InspectedJvm attach() throws InspectionException {
    return InspectedJvm.attach(pid, jar());
  }

  private static Path jar() {
    try {
      return Path.of(
          ProcessArguments.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError("the jar is a file", e);
    }
  }
}
