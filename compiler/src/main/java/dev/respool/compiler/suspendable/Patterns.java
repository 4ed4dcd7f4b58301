package dev.respool.compiler.suspendable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * Names classes by patterns: {@code com.acme.Pump}, {@code com.acme.Pu*} (the classes of the
 * package whose names begin so), {@code com.acme.*} (all classes of the package), {@code
 * com.acme.**} (and of the packages below it). A nested class is matched by its outer class's
 * pattern, too; {@code com.acme.Pump$*} matches only the nested ones.
 */
public final class Patterns {
  private static final String JDK = "java/";

  private final List<String> patterns;
  private final boolean nameJdk;

  private Patterns(List<String> patterns) {
    this.patterns = patterns;
    this.nameJdk = nameJdk(patterns);
  }

  private static boolean nameJdk(List<String> patterns) {
    for (String pattern : patterns) {
      if (pattern.startsWith(JDK)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Matches nothing.
   *
   * @return no pattern
   */
  public static Patterns none() {
    return new Patterns(List.of());
  }

  /**
   * Matches what any of the patterns matches.
   *
   * @param patterns dotted; surrounding blanks and empty ones are ignored
   * @return the patterns
   * @throws IllegalArgumentException naming a pattern that is malformed
   */
  public static Patterns of(Collection<String> patterns) {
    List<String> internal = new ArrayList<>();
    for (String pattern : patterns) {
      if (!pattern.isBlank()) {
        internal.add(internal(pattern.strip()));
      }
    }
    return new Patterns(List.copyOf(internal));
  }

  /**
   * Reads patterns separated by semicolons.
   *
   * @param text such as {@code org.luaj.**;com.acme.Pump}
   * @return the patterns
   * @throws IllegalArgumentException naming a pattern that is malformed
   */
  public static Patterns parse(String text) {
    return of(Arrays.asList(text.split(";")));
  }

  /**
   * Reads a file of patterns, as jars bring it along in {@code META-INF/respool/suspendables}.
   *
   * @param text one pattern a line; lines that start with {@code #} say nothing
   * @return the patterns
   * @throws IllegalArgumentException naming a pattern that is malformed
   */
  public static Patterns ofLines(String text) {
    List<String> patterns = new ArrayList<>();
    for (String line : text.replace('\r', '\n').split("\n")) {
      if (!line.strip().startsWith("#")) {
        patterns.add(line);
      }
    }
    return of(patterns);
  }

  private static String internal(String pattern) {
    String stem = stem(pattern);
    if (stem.isEmpty()
        || stem.endsWith(".")
        || stem.contains("*")
        || stem.contains("/")
        || stem.contains(" ")) {
      throw new IllegalArgumentException(
          "malformed pattern '" + pattern + "': write pkg.Class, pkg.Pre*, pkg.* or pkg.**");
    }
    return pattern.replace('.', '/');
  }

  /** What stands before the asterisks. */
  private static String stem(String pattern) {
    for (String end : List.of(".**", ".*", "*")) {
      if (pattern.endsWith(end)) {
        return pattern.substring(0, pattern.length() - end.length());
      }
    }
    return pattern;
  }

  /**
   * Both together.
   *
   * @param others more patterns
   * @return matches what this or the others match
   */
  public Patterns and(Patterns others) {
    List<String> all = new ArrayList<>(patterns);
    all.addAll(others.patterns);
    return new Patterns(List.copyOf(all));
  }

  /**
   * Whether a pattern names the class.
   *
   * @param internalName such as {@code com/acme/Pump$Part}
   * @return true if one does
   */
  public boolean matches(String internalName) {
    for (String pattern : patterns) {
      if (matches(pattern, internalName)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a class is one of the JDK's and can therefore have no suspendable method: it has no
   * marks and extends only classes of the JDK, of which no pattern names any.
   *
   * @param internalName such as {@code java/lang/Object}
   * @return false if it may have one
   */
  public boolean leaveAlone(String internalName) {
    return !nameJdk && internalName.startsWith(JDK);
  }

  private static boolean matches(String pattern, String name) {
    if (pattern.endsWith("/**")) {
      return name.startsWith(pattern.substring(0, pattern.length() - 2));
    }
    if (pattern.endsWith("*")) {
      int end = pattern.length() - 1;
      return name.startsWith(pattern.substring(0, end)) && name.indexOf('/', end) < 0;
    }
    return name.equals(pattern) || name.startsWith(pattern + "$");
  }

  @Override
  public String toString() {
    return String.join(";", patterns).replace('/', '.');
  }
}
