package dev.respool.snapshot;

import dev.respool.abi.MadeSerializable;
import java.io.Serializable;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A class whose objects are serializable only because it, or a superclass, was chosen for
 * snapshots. Nobody who wrote it has thought of its serial form, so Respool looks whether that form
 * has all of an object. What is transient is not missed.
 */
final class ChosenClass {
  private static final ClassValue<Optional<Refusal>> REFUSALS =
      new ClassValue<>() {
        @Override
        protected Optional<Refusal> computeValue(Class<?> type) {
          return Optional.ofNullable(find(type));
        }
      };

  private ChosenClass() {}

  /**
   * The class and its superclasses up to the last one that was chosen. What an array has in its
   * elements counts.
   *
   * @return empty if none was
   */
  static List<Class<?>> chain(Class<?> type) {
    List<Class<?>> chain = new ArrayList<>();
    int chosen = 0;
    for (Class<?> each = element(type); each != null; each = each.getSuperclass()) {
      chain.add(each);
      chosen = each.isAnnotationPresent(MadeSerializable.class) ? chain.size() : chosen;
    }
    return chain.subList(0, chosen);
  }

  private static Class<?> element(Class<?> type) {
    Class<?> element = type;
    while (element.isArray()) {
      element = element.getComponentType();
    }
    return element;
  }

  /** Why an object of a class would not be restored as it was; null if it would. */
  static Refusal refusal(Class<?> type) {
    return REFUSALS.get(type).orElse(null);
  }

  private static Refusal find(Class<?> type) {
    if (type.isArray() || type.isRecord() || chain(type).isEmpty()) {
      return null; // a record is written and made by its components
    }
    Class<?> above = type.getSuperclass();
    while (Serializable.class.isAssignableFrom(above)) {
      above = above.getSuperclass();
    }
    Refusal lost = lost(above);
    return lost == null && !canBeMade(type, above) ? noConstructor(above) : lost;
  }

  private static Refusal lost(Class<?> above) {
    for (Class<?> each = above; each != null; each = each.getSuperclass()) {
      for (Field field : each.getDeclaredFields()) {
        if ((field.getModifiers() & (Modifier.STATIC | Modifier.TRANSIENT)) == 0) {
          String name = each.getName();
          return new Refusal(
              "the field " + field.getName() + " of its superclass " + name + " would be lost",
              each.getClassLoader() == null
                  ? Refusal.AGAIN
                  : "choose " + name + " by saveable=, too");
        }
      }
    }
    return null;
  }

  /** As the JDK looks for the constructor that it calls. */
  private static boolean canBeMade(Class<?> type, Class<?> above) {
    try {
      Constructor<?> constructor = above.getDeclaredConstructor();
      int modifiers = constructor.getModifiers();
      boolean samePackage =
          type.getClassLoader() == above.getClassLoader()
              && type.getPackageName().equals(above.getPackageName());
      return (modifiers & (Modifier.PUBLIC | Modifier.PROTECTED)) != 0
          || samePackage && !Modifier.isPrivate(modifiers);
    } catch (NoSuchMethodException e) {
      return false;
    }
  }

  private static Refusal noConstructor(Class<?> above) {
    return new Refusal(
        "its superclass " + above.getName() + " has no constructor without parameters to call",
        Refusal.AGAIN);
  }
}
