package dev.respool.it.targets;

import java.util.Iterator;

/** An Iterable of our own whose iterator suspends in hasNext and next. */
public final class OwnIterator {
  private OwnIterator() {}

  private record Count(int from, int to) implements Iterable<Integer> {
    @Override
    public Iterator<Integer> iterator() {
      Probe.hit("iterator");
      return new Counting(from, to);
    }
  }

  private static final class Counting implements Iterator<Integer> {
    private int next;
    private final int end;

    Counting(int next, int end) {
      this.next = next;
      this.end = end;
    }

    @Override
    public boolean hasNext() {
      return Probe.b(next < end);
    }

    @Override
    public Integer next() {
      return Probe.i(next++);
    }
  }

  public static Object run() {
    int sum = 0;
    for (int outer : new Count(0, 3)) {
      for (int inner : new Count(outer, 3)) {
        sum += outer * 10 + inner;
      }
    }
    Iterator<Integer> iterator = new Count(5, 7).iterator();
    while (iterator.hasNext()) {
      sum += iterator.next();
    }
    return sum;
  }
}
