package dev.respool.snapshot;

import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * Finds the objects that are constants of classes that were made serializable: a static final field
 * of an object's class, or of a superclass that was chosen too, refers to it. Programs compare such
 * objects by identity ({@code value == LuaValue.NIL}), so they are written by name. An array is
 * looked for where its elements' class is.
 *
 * <p>For one snapshot. Classes whose authors let them implement {@code Serializable} are left to
 * their {@code readResolve}.
 */
final class Constants {
  private final Map<Class<?>, Map<Object, ConstantReference>> found = new HashMap<>();

  /**
   * Names a constant.
   *
   * @return null if the object is none
   * @throws InaccessibleObjectException if its fields cannot be read, because the module of its
   *     class does not open the package
   */
  ConstantReference of(Object object) {
    return found.computeIfAbsent(object.getClass(), Constants::in).get(object);
  }

  /** Of fields with the same object, the one of the lowest class and the first name counts. */
  private static Map<Object, ConstantReference> in(Class<?> type) {
    Map<Object, ConstantReference> constants = new IdentityHashMap<>();
    for (Class<?> owner : ChosenClass.chain(type)) {
      Field[] fields = owner.getDeclaredFields();
      Arrays.sort(fields, Comparator.comparing(Field::getName));
      for (Field field : fields) {
        add(field, constants);
      }
    }
    return constants;
  }

  private static void add(Field field, Map<Object, ConstantReference> constants) {
    if (!ConstantReference.isConstant(field)) {
      return;
    }
    field.setAccessible(true);
    try {
      Object value = field.get(null);
      String owner = field.getDeclaringClass().getName();
      constants.putIfAbsent(value, new ConstantReference(owner, field.getName()));
    } catch (IllegalAccessException e) {
      throw new AssertionError("it was made accessible", e);
    }
  }
}
