package dev.respool.snapshot;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The classes of the program that a user has allowed, by name. Immutable.
 *
 * @param compiled one for each pattern
 */
record ClassPatterns(List<Pattern> compiled) {
  private static final Pattern PATTERN =
      Pattern.compile("(([\\w$]+\\.)*[\\w$]+(\\.\\*\\*?|\\*)?)|\\*\\*");

  static ClassPatterns of(String... patterns) {
    return new ClassPatterns(List.of(patterns).stream().map(ClassPatterns::compiled).toList());
  }

  ClassPatterns and(ClassPatterns more) {
    List<Pattern> all = new ArrayList<>(compiled);
    all.addAll(more.compiled);
    return new ClassPatterns(List.copyOf(all));
  }

  /** A nested class is matched by its outer class's pattern, too. */
  private static Pattern compiled(String pattern) {
    if (!PATTERN.matcher(pattern).matches()) {
      throw new IllegalArgumentException(
          "'" + pattern + "' names no classes: write pkg.Class, pkg.Pre*, pkg.* or pkg.**");
    }
    int wild = pattern.indexOf('*');
    String start = Pattern.quote(wild < 0 ? pattern : pattern.substring(0, wild));
    boolean deep = pattern.endsWith("**");
    return Pattern.compile(start + (wild < 0 ? "(\\$.*)?" : deep ? ".*" : "[^.]*"));
  }

  /** Whether one of them matches a class's name, dotted. */
  boolean match(String name) {
    return compiled.stream().anyMatch(pattern -> pattern.matcher(name).matches());
  }
}
