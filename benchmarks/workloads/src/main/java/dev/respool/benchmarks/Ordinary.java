package dev.respool.benchmarks;

/**
 * Programs as they are everywhere, which could suspend and do not. Each works on the numbers from 0
 * up; at a number below 0 it would suspend.
 */
public enum Ordinary {
  /** Recursion. */
  RECURSION("recursion", 6_765),
  /** A loop over a small method. */
  LOOP("small loop", 704_984_752),
  /** For-each over an {@code ArrayList}. */
  LIST("list", 9_990_000),
  /** For-each over the entries of a {@code HashMap}. */
  MAP("map", 3_996_000),
  /** A loop over an array that calls another object for each element. */
  ARRAY("array", 1_904_821_904),
  /** An interpreter of expressions of two classes. */
  TWO_NODES("interpreter, 2 nodes", 39_200),
  /** An interpreter of expressions of eight classes. */
  EIGHT_NODES("interpreter, 8 nodes", 139),
  /** Two visitors of expressions. */
  VISITOR("visitor", 1_127_993_438),
  /** Text that is escaped into a {@code StringBuilder}. */
  STRINGS("strings", -1_356_700_658),
  /** A merge sort that passes its {@code Comparator} down. */
  COMPARATOR("comparator", 1_083_874_502),
  /** A chain of {@code Function}s, each of which decorates the next. */
  DECORATORS("decorators", 1_999_416);

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
