package dev.respool.abi;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What can be done with the iterator of a for-each loop: nobody but the loop has it, so that
 * another one over the elements that are left may take its place.
 */
final class HiddenIterator {
  /** Classes with iterators over what is finite, besides the collections themselves. */
  private static final Set<String> HOLDERS =
      Set.of("java.util.Arrays", "java.util.Collections", "java.util.ImmutableCollections");

  private HiddenIterator() {}

  /** Whether it is one of a collection of {@code java.util}; others may be lazy or endless. */
  static boolean canBeDrained(Iterator<?> iterator) {
    Class<?> outermost = outermost(iterator.getClass());
    return outermost.getClassLoader() == null
        && outermost.getPackageName().startsWith("java.util")
        && (Collection.class.isAssignableFrom(outermost)
            || Map.class.isAssignableFrom(outermost)
            || HOLDERS.contains(outermost.getName()));
  }

  private static Class<?> outermost(Class<?> type) {
    Class<?> outer = type;
    while (outer.getEnclosingClass() != null) {
      outer = outer.getEnclosingClass();
    }
    return outer;
  }

  /** What is left of it; it is at its end then. */
  static <T> List<T> drain(Iterator<T> iterator) {
    List<T> rest = new ArrayList<>();
    iterator.forEachRemaining(rest::add);
    return rest;
  }
}
