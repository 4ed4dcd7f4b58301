package dev.respool.snapshot;

import java.io.InvalidObjectException;
import java.io.Serializable;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;

/** Objects that stay outside of snapshots and are known by names. Immutable. */
final class Externals {
  private static final String WRITE_REPLACE = "writeReplace";

  private final Map<String, Object> objects;
  private final Map<Object, ExternalReference> references; // by identity

  private Externals(Map<String, Object> objects, Map<Object, ExternalReference> references) {
    this.objects = objects;
    this.references = references;
  }

  static Externals none() {
    return new Externals(Map.of(), Map.of());
  }

  /** No object of that name was given. */
  static final class MissingException extends InvalidObjectException {
    private static final long serialVersionUID = 1;

    private final String name;

    MissingException(String name) {
      super("there is no external object '" + name + "'");
      this.name = name;
    }

    String name() {
      return name;
    }
  }

  /**
   * Adds objects. One with several names is written by the first.
   *
   * @throws IllegalArgumentException if a name has another object already, or an object can have no
   *     name
   */
  Externals with(Map<String, ?> more) {
    Map<String, Object> all = new HashMap<>(objects);
    Map<Object, ExternalReference> named = new IdentityHashMap<>(references);
    more.forEach(
        (name, object) -> {
          requireIdentity(name, object);
          Object before = all.put(name, object);
          if (before != null && before != object) {
            throw new IllegalArgumentException("'" + name + "' is another object already");
          }
          named.putIfAbsent(object, new ExternalReference(name));
        });
    return new Externals(Map.copyOf(all), named);
  }

  private static void requireIdentity(String name, Object object) {
    if (object instanceof Class<?> || object instanceof Enum<?> || Texts.isValue(object)) {
      throw new IllegalArgumentException(
          "'"
              + name
              + "' is a value, which snapshots can hold: an external object has an identity");
    }
    for (Class<?> type = object.getClass(); type != null; type = type.getSuperclass()) {
      if (declaresWriteReplace(type)) {
        throw new IllegalArgumentException(
            "'"
                + name
                + "' would not be recognised, because its class replaces it when it is written: "
                + type.getName()
                + ".writeReplace()");
      }
    }
  }

  private static boolean declaresWriteReplace(Class<?> type) {
    try {
      return Serializable.class.isAssignableFrom(type)
          && type.getDeclaredMethod(WRITE_REPLACE) != null;
    } catch (NoSuchMethodException e) {
      return false;
    }
  }

  /** Null if the object belongs to the snapshot. */
  ExternalReference reference(Object object) {
    return references.isEmpty() ? null : references.get(object);
  }

  Object find(String name) throws MissingException {
    Object object = name == null ? null : objects.get(name);
    if (object == null) {
      throw new MissingException(name);
    }
    return object;
  }
}
