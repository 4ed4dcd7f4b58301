package dev.respool.snapshot;

import java.io.InvalidClassException;
import java.io.Serializable;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Modifier;

/**
 * Stands in the serialized values for a constant of a class that was made serializable.
 *
 * @param owner the class that declares it
 * @param field its name
 */
record ConstantReference(String owner, String field) implements Serializable {
  private static final int CONSTANT = Modifier.STATIC | Modifier.FINAL;

  static boolean isConstant(Field field) {
    return (field.getModifiers() & CONSTANT) == CONSTANT && !field.getType().isPrimitive();
  }

  /**
   * The constant as it is in this process. Initialises its class.
   *
   * @param allowed null if the objects have never left this process
   * @throws InvalidClassException if there is none, or its class is not allowed
   */
  Object find(ClassLoader loader, AllowList allowed) throws InvalidClassException {
    if (owner == null || field == null) {
      throw new InvalidClassException("a constant has no name");
    }
    try {
      Class<?> type = Class.forName(owner, false, loader);
      if (allowed != null && !allowed.allows(type)) {
        throw new InvalidClassException(owner, "it is not allowed");
      }
      return value(type);
    } catch (ClassNotFoundException | LinkageError e) {
      throw new InvalidClassException(owner, "the class of a constant is not found: " + e);
    }
  }

  private Object value(Class<?> type) throws InvalidClassException {
    if (ChosenClass.chain(type).isEmpty()) {
      throw new InvalidClassException(
          owner, "it was chosen by saveable= where it was saved, but is not here");
    }
    try {
      Field constant = type.getDeclaredField(field);
      constant.setAccessible(true);
      Object value = isConstant(constant) ? constant.get(null) : null;
      if (value != null) {
        return value;
      }
    } catch (ReflectiveOperationException | InaccessibleObjectException e) {
      throw new InvalidClassException(owner, "the constant " + field + " cannot be read: " + e);
    }
    throw new InvalidClassException(owner, "it has no constant " + field);
  }
}
