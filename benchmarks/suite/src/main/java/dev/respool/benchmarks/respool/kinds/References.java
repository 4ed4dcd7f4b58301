package dev.respool.benchmarks.respool.kinds;

import dev.respool.IntYielder;
import dev.respool.Suspendable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** References live at the yield. */
@Suspendable
final class References {
  private record Point(int x, int y) {}

  private References() {}

  static void characters(IntYielder g) {
    String text = "continuation";
    for (int i = 0; ; i = (i + 1) % text.length()) {
      g.yield(text.charAt(i));
    }
  }

  static void array(IntYielder g) {
    int[] values = {2, 7, 1, 8, 2, 8};
    while (true) {
      for (int value : values) {
        g.yield(value);
      }
    }
  }

  static void list(IntYielder g) {
    List<Integer> values = List.of(3, 1, 4, 1, 5, 9);
    while (true) {
      for (Integer value : values) {
        g.yield(value);
      }
    }
  }

  static void entries(IntYielder g) {
    Map<String, Integer> sizes = Map.of("a", 1, "b", 2, "c", 3);
    Iterator<Map.Entry<String, Integer>> entries = sizes.entrySet().iterator();
    while (true) {
      Map.Entry<String, Integer> entry = entries.next();
      g.yield(entry.getKey().length() + entry.getValue());
      if (!entries.hasNext()) {
        entries = sizes.entrySet().iterator();
      }
    }
  }

  static void spiral(IntYielder g) {
    Point at = new Point(0, 0);
    Point step = new Point(1, 0);
    for (int n = 1; ; n++) {
      g.yield(at.x() - at.y());
      at = new Point(at.x() + step.x(), at.y() + step.y());
      step = n % 5 == 0 ? new Point(-step.y(), step.x()) : step;
    }
  }

  static void queue(IntYielder g) {
    Deque<Integer> waiting = new ArrayDeque<>(List.of(1, 2, 3));
    Integer last = 0;
    while (true) {
      Integer next = waiting.remove();
      g.yield(next + last);
      waiting.add(last & 7);
      last = next;
    }
  }

  static void matrix(IntYielder g) {
    int[][] rows = {{1, 2}, {3, 4}, {5, 6}};
    for (int r = 0; ; r = (r + 1) % rows.length) {
      int[] row = rows[r];
      for (int c = 0; c < row.length; c++) {
        g.yield(row[c]);
      }
    }
  }

  static void names(IntYielder g) {
    String first = "one";
    String second = "two";
    String third = "three";
    Object nothing = null;
    while (true) {
      g.yield(first.length());
      String moved = first;
      first = second;
      second = third;
      third = nothing == null ? moved : nothing.toString();
    }
  }
}
