package dev.respool.snapshot;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Finds the way from a local down to an object, breadth first, for messages. It follows fields that
 * it may read, elements of arrays and collections, and entries of maps.
 */
final class Paths {
  /** More than this is not looked at. */
  private static final int MOST = 100_000;

  private record Step(Object object, String path) {}

  private final Deque<Step> open = new ArrayDeque<>();
  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  private Paths() {}

  static Paths from(Object root, String name) {
    Paths paths = new Paths();
    paths.add(root, name);
    return paths;
  }

  /** Such as {@code order.lines[2].socket}; the name of the root if there is no way to be seen. */
  String to(Object target) {
    String root = open.isEmpty() ? "" : open.peek().path();
    while (!open.isEmpty() && seen.size() < MOST) {
      Step step = open.remove();
      if (step.object() == target) {
        return step.path();
      }
      follow(step);
    }
    return root;
  }

  private void add(Object object, String path) {
    if (object != null && seen.add(object)) {
      open.add(new Step(object, path));
    }
  }

  private void follow(Step step) {
    Object object = step.object();
    if (object instanceof Object[] array) {
      for (int i = 0; i < Array.getLength(array); i++) {
        add(array[i], step.path() + "[" + i + "]");
      }
    } else if (isOfTheJdk(object) && object instanceof Collection<?> collection) {
      int i = 0;
      for (Object element : collection) {
        add(element, step.path() + "[" + i++ + "]");
      }
    } else if (isOfTheJdk(object) && object instanceof Map<?, ?> map) {
      map.forEach((key, value) -> entry(step.path(), key, value));
    } else {
      fields(step);
    }
  }

  private static boolean isOfTheJdk(Object object) {
    return object.getClass().getClassLoader() == null;
  }

  private void entry(String path, Object key, Object value) {
    add(key, path + ".key");
    add(value, path + "[" + (key != null && isOfTheJdk(key) ? key : "…") + "]");
  }

  private void fields(Step step) {
    for (Class<?> type = step.object().getClass(); type != null; type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        if (!field.getType().isPrimitive() && !isLeftOut(field)) {
          add(content(field, step.object()), step.path() + "." + field.getName());
        }
      }
    }
  }

  private static boolean isLeftOut(Field field) {
    return (field.getModifiers() & (Modifier.STATIC | Modifier.TRANSIENT)) != 0;
  }

  private static Object content(Field field, Object object) {
    try {
      return field.trySetAccessible() ? field.get(object) : null;
    } catch (IllegalAccessException | InaccessibleObjectException | LinkageError e) {
      return null;
    }
  }
}
