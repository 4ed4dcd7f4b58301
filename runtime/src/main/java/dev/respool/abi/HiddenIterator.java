package dev.respool.abi;

import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;

/**
 * Which iterators of for-each loops another one may replace that goes over the elements that are
 * left: those of the collections of {@code java.util}, which have their elements at hand. Others
 * may compute elements when they are asked for them, or have no end.
 *
 * <p>A class says whose iterator it is: that of {@code ArrayList} is an inner class of it. The
 * iterators of abstract classes such as {@code AbstractList} belong to whoever extends them. Those
 * of some views hide what they go through; most programs have finite collections there.
 */
final class HiddenIterator {
  /** Classes with iterators over what is finite, besides the collections themselves. */
  private static final Set<String> HOLDERS =
      Set.of("java.util.Arrays", "java.util.ImmutableCollections");

  /** Unmodifiable and checked collections; keys and values of maps such as {@code Map.of()}. */
  private static final Set<String> HOLDERS_OF_VIEWS =
      Set.of("java.util.Collections", "java.util.AbstractMap");

  private static final String REVERSED = "java.util.ReverseOrder"; // of Java 21

  private static final int MOST = 1 << 26;
  private static final int MOST_OF_VIEW = 1 << 20;

  private HiddenIterator() {}

  /** Whether it is one of a collection of {@code java.util}. */
  static boolean canBeDrained(Iterator<?> iterator) {
    if (iterator instanceof Drained.Rejoined) {
      return true;
    }
    Class<?> outermost = outermost(iterator);
    return outermost.getClassLoader() == null
        && outermost.getPackageName().startsWith("java.util")
        && (isCollection(outermost) || HOLDERS.contains(outermost.getName()) || isView(outermost));
  }

  private static boolean isCollection(Class<?> type) {
    return !Modifier.isAbstract(type.getModifiers())
        && (Collection.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type));
  }

  private static boolean isView(Class<?> outermost) {
    String name = outermost.getName();
    return HOLDERS_OF_VIEWS.contains(name) || name.startsWith(REVERSED);
  }

  /** With more elements it is not drained: somebody adds them, or they have no end. */
  static int most(Iterator<?> iterator) {
    return isView(outermost(iterator)) ? MOST_OF_VIEW : MOST;
  }

  private static Class<?> outermost(Iterator<?> iterator) {
    Class<?> outer = iterator.getClass();
    while (outer.getEnclosingClass() != null) {
      outer = outer.getEnclosingClass();
    }
    return outer;
  }
}
