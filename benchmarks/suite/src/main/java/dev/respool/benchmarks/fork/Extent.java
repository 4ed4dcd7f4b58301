package dev.respool.benchmarks.fork;

import java.util.Locale;

/** How much a program measures. */
public enum Extent {
  /** Whether it runs at all; the figures mean nothing. */
  TINY(1, 100),
  /** Minutes. */
  QUICK(3, 1),
  /** As much as figures that are published need. */
  FULL(9, 1);

  private final int repetitions;
  private final int divisor;

  Extent(int repetitions, int divisor) {
    this.repetitions = repetitions;
    this.divisor = divisor;
  }

  /**
   * The extent that a program is told by its second argument.
   *
   * @param arguments of the program
   * @return {@link #QUICK} if it is not told
   */
  public static Extent of(String[] arguments) {
    return arguments.length < 2 ? QUICK : valueOf(arguments[1].toUpperCase(Locale.ROOT));
  }

  /**
   * How often the same thing is measured.
   *
   * @return at least 1
   */
  public int repetitions() {
    return repetitions;
  }

  /**
   * How many of something there are.
   *
   * @param full how many there are to be
   * @return that, or less where the figures mean nothing
   */
  public int of(int full) {
    return full / divisor;
  }
}
