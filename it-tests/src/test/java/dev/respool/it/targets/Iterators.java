package dev.respool.it.targets;

import java.util.Iterator;
import java.util.NoSuchElementException;

/** The JDK's Iterator interface over an anonymous class that suspends in next. */
public final class Iterators {
  private Iterators() {}

  public static Object run() {
    StringBuilder out = new StringBuilder();
    Iterator<String> squares = mapped(upTo(4));
    while (squares.hasNext()) {
      out.append(squares.next()).append(' ');
    }
    try {
      squares.next();
    } catch (NoSuchElementException e) {
      out.append(Probe.ref(e.getMessage()));
    }
    return out.toString();
  }

  private static Iterator<Integer> upTo(int end) {
    return new Iterator<>() {
      private int next;

      @Override
      public boolean hasNext() {
        return Probe.b(next < end);
      }

      @Override
      public Integer next() {
        if (next == end) {
          throw new NoSuchElementException("after " + Probe.i(end));
        }
        return Probe.i(next++);
      }
    };
  }

  private static Iterator<String> mapped(Iterator<Integer> numbers) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return numbers.hasNext();
      }

      @Override
      public String next() {
        int n = numbers.next();
        return n + "^2=" + Probe.i(n * n);
      }
    };
  }
}
