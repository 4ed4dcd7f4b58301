package dev.respool.examples;

import dev.respool.Coroutine;
import dev.respool.Suspendable;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Backtracking without an undo: the search is written as if it always guessed right. {@link
 * #choose} suspends it, and the solver tries each answer in a copy of its own.
 */
public final class EightQueens {
  /** The last queen that was placed, and those in the rows above it. */
  record Queen(int row, int column, Queen above) {
    boolean attacks(int otherRow, int otherColumn) {
      return column == otherColumn || Math.abs(column - otherColumn) == otherRow - row;
    }

    @Override
    public String toString() {
      return (above == null ? "" : above + " ") + (column + 1);
    }
  }

  private EightQueens() {}

  /** One of the numbers from 0 to n - 1: the one that leads to a solution. */
  @Suspendable
  private static int choose(int n) {
    return Coroutine.yield(n);
  }

  /** One queen a row, or {@code null} if this guess was wrong. */
  @Suspendable
  private static Queen place(int n) {
    Queen placed = null;
    for (int row = 0; row < n; row++) {
      int column = choose(n);
      for (Queen queen = placed; queen != null; queen = queen.above()) {
        if (queen.attacks(row, column)) {
          return null;
        }
      }
      placed = new Queen(row, column, placed);
    }
    return placed;
  }

  static List<Queen> solutions(int n) {
    List<Queen> found = new ArrayList<>();
    Coroutine<Integer, Object> search = Coroutine.create(first -> place(n));
    explore(search, search.resume(), found);
    return found;
  }

  /** Goes on with each answer to what the search has asked. */
  private static void explore(Coroutine<Integer, Object> search, Object said, List<Queen> found) {
    if (!search.isDone()) {
      for (int answer = 0; answer < (Integer) said; answer++) {
        Coroutine<Integer, Object> copy = search.fork();
        explore(copy, copy.resume(answer), found);
      }
    } else if (said != null) {
      found.add((Queen) said);
    }
  }

  /**
   * Runs the example.
   *
   * @param args none
   */
  public static void main(String[] args) {
    print(System.out);
  }

  static void print(PrintStream out) {
    List<Queen> solutions = solutions(8);
    out.println("first: columns " + solutions.get(0));
    out.println(solutions.size() + " solutions");
  }
}
