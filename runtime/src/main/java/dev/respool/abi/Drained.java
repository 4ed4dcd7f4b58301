package dev.respool.abi;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * What became of an iterator that was asked for all that it has left. It never loses an element: if
 * it fails, or has too many, its replacement gives those that it gave and goes on with it.
 *
 * @param old the iterator
 * @param live what takes its place in the live frames
 * @param elements what was left, in its order; nothing if there is a refusal
 * @param refusal why nobody can tell what is left; null if that is known
 * @param remedy what to do instead
 */
record Drained(Iterator<?> old, Iterator<?> live, List<?> elements, String refusal, String remedy) {
  private static final String NO_NAMES =
      "the class of the method has no names of local variables, so nobody can tell whether only a"
          + " loop has the iterator";
  private static final String COMPILE = "compile the class with -g";
  private static final String ANOTHER =
      "iterate over a collection that holds its elements, or by an index";

  /** The elements that an iterator has given, and then those that it has left. */
  static final class Rejoined implements Iterator<Object> {
    private final Iterator<?> given;
    private final Iterator<?> left;
    private final Drained tooMany; // null if it failed

    private Rejoined(List<?> given, Iterator<?> left, boolean failed) {
      this.given = given.iterator();
      this.left = left;
      this.tooMany = failed ? null : refused(left, this, tooMany(given.size()), ANOTHER);
    }

    @Override
    public boolean hasNext() {
      return given.hasNext() || left.hasNext();
    }

    @Override
    public Object next() {
      return given.hasNext() ? given.next() : left.next();
    }
  }

  /** Asks an iterator that {@link HiddenIterator#canBeDrained}. */
  static Drained of(Iterator<?> iterator) {
    Iterator<?> old = iterator;
    List<Object> rest = new ArrayList<>();
    if (iterator instanceof Rejoined rejoined) {
      if (rejoined.tooMany != null && rejoined.given.hasNext()) {
        return rejoined.tooMany;
      }
      rejoined.given.forEachRemaining(rest::add);
      old = rejoined.left;
    }
    return drain(old, rest);
  }

  /** That takes one element at a time, so that none is lost if the next one cannot be had. */
  private static Drained drain(Iterator<?> old, List<Object> rest) {
    int most = HiddenIterator.most(old);
    try {
      while (old.hasNext()) {
        if (rest.size() >= most) {
          return new Rejoined(rest, old, false).tooMany;
        }
        rest.add(old.next());
      }
    } catch (Throwable e) { // whatever user code throws
      return refused(
          old,
          new Rejoined(rest, old, true),
          "it failed when it was asked for what is left: " + e,
          "see its collection; the loop has lost no element");
    }
    return new Drained(old, rest.iterator(), rest, null, "");
  }

  /** One that may be known to the program; it was not asked. */
  static Drained nameless(Iterator<?> iterator) {
    return refused(iterator, iterator, NO_NAMES, COMPILE);
  }

  private static Drained refused(Iterator<?> old, Iterator<?> live, String why, String remedy) {
    return new Drained(old, live, List.of(), why, remedy);
  }

  private static String tooMany(int most) {
    return "more than " + most + " elements are left of it, or it has no end";
  }
}
