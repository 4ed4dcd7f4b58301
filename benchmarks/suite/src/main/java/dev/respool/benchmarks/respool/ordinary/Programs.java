package dev.respool.benchmarks.respool.ordinary;

import dev.respool.benchmarks.Ordinary;

/** The programs by name. */
public final class Programs {
  private Programs() {}

  /**
   * A program as it is measured: it never suspends.
   *
   * @param name which
   * @return the program, ready to be run again and again
   */
  public static Program of(Ordinary name) {
    return switch (name) {
      case RECURSION -> new Recursion(20, 0);
      case LOOP -> new SmallLoop(0, 100_000);
      case LIST -> new ListLoop(0, 1_000, 20);
      case MAP -> new MapLoop(0, 1_000, 4);
      case ARRAY -> new ArrayLoop(0, 20_000);
      case TWO_NODES -> new TwoNodes(0, 50);
      case EIGHT_NODES -> new EightNodes(1, 50);
      case VISITOR -> new Visitors(0, 50);
      case STRINGS -> new Strings(0, 500);
      case COMPARATOR -> new Sorting(0, 500);
      case DECORATORS -> new Decorators(0, 2_000);
    };
  }

  /**
   * The same with less to do, a part of it on numbers below 0: it suspends wherever it can.
   *
   * @param name which
   * @return the program, ready to be run again and again
   */
  public static Program pausing(Ordinary name) {
    return switch (name) {
      case RECURSION -> new Recursion(6, 2);
      case LOOP -> new SmallLoop(-2, 2);
      case LIST -> new ListLoop(-2, 2, 1);
      case MAP -> new MapLoop(-2, 2, 1);
      case ARRAY -> new ArrayLoop(-2, 2);
      case TWO_NODES -> new TwoNodes(-1, 1);
      case EIGHT_NODES -> new EightNodes(-1, 1);
      case VISITOR -> new Visitors(-1, 1);
      case STRINGS -> new Strings(-2, 2);
      case COMPARATOR -> new Sorting(-2, 2);
      case DECORATORS -> new Decorators(-2, 2);
    };
  }
}
