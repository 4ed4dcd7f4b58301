package dev.respool.corpus.proof;

import dev.respool.corpus.report.Figures;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Whether the JVM of a suite checks assertions: those of the library, of its tests and of the
 * runtime. Where it does, every capture looks at the stack; where it does not, a frame that is lost
 * is not seen by looking.
 */
enum Assertions {
  OFF("-da", ""),
  ON("-ea", "-assertions");

  /** The figure that tells which. */
  static final String FIGURE = "assertions";

  private final String option;
  private final String suffix;

  Assertions(String option, String suffix) {
    this.option = option;
    this.suffix = suffix;
  }

  /**
   * Reads a choice.
   *
   * @param text such as {@code off,on}
   * @throws IllegalArgumentException naming what is neither
   */
  static List<Assertions> parse(String text) {
    return Stream.of(text.split(","))
        .map(one -> valueOf(one.strip().toUpperCase(Locale.ROOT)))
        .toList();
  }

  /** What a record says; nothing in a record means that they were off. */
  static String of(Figures figures) {
    return figures.text(FIGURE).isEmpty() ? OFF.toString() : figures.text(FIGURE);
  }

  /** An option of a JVM. */
  String option() {
    return option;
  }

  /** Ends the names of records and of files. */
  String suffix() {
    return suffix;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
