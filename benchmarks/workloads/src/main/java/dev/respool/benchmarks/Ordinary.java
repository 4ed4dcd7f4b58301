package dev.respool.benchmarks;

/**
 * Programs as they are everywhere, which could suspend and do not. Each works on the numbers from 0
 * up; at a number below 0 it would suspend.
 */
public enum Ordinary {
  /** Recursion. */
  FIB("fib", 6_765),
  /** A loop over a small method. */
  LOOP("small loop", 704_982_704),
  /** For-each over an {@code ArrayList}. */
  LIST("list", 9_990_000),
  /** For-each over the entries of a {@code HashMap}. */
  MAP("map", 3_996_000),
  /** A loop over an array that calls another object for each element. */
  ARRAY("array", 0),
  /** An interpreter of expressions of two classes. */
  TWO_NODES("interpreter, 2 nodes", 0),
  /** An interpreter of expressions of eight classes. */
  EIGHT_NODES("interpreter, 8 nodes", 0),
  /** Two visitors of expressions. */
  VISITOR("visitor", 0),
  /** Text that is escaped into a {@code StringBuilder}. */
  STRINGS("strings", 0),
  /** A merge sort that passes its {@code Comparator} down. */
  COMPARATOR("comparator", 0),
  /** A chain of {@code Function}s, each of which decorates the next. */
  DECORATORS("decorators", 0);

  private final String title;
  private final int answer;

  Ordinary(String title, int answer) {
    this.title = title;
    this.answer = answer;
  }

  /**
   * The program's name in the tables.
   *
   * @return a few words
   */
  public String title() {
    return title;
  }

  /**
   * What the program returns.
   *
   * @return the right answer, whoever runs it
   */
  public int answer() {
    return answer;
  }
}
