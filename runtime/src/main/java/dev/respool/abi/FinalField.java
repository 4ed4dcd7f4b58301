package dev.respool.abi;

import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;

/**
 * Assigns final fields for the resume methods of constructors. The JVM lets only a constructor
 * assign them (JVMS 6.5, {@code putfield}); reflection lets the class itself do so, but for fields
 * of records and hidden classes.
 */
public final class FinalField {
  private static final MethodType SET_ACCESSIBLE = MethodType.methodType(void.class, boolean.class);

  private FinalField() {}

  /**
   * Links the assignment of a final field (a bootstrap method, JVMS 4.7.23).
   *
   * @param lookup the class that declares the field
   * @param name the field's name
   * @param type from the object and the value to nothing
   * @return a constant call site that assigns it
   * @throws Throwable if the field is not there; an {@code IllegalStateException} if it belongs to
   *     a hidden class
   */
  public static CallSite setter(MethodHandles.Lookup lookup, String name, MethodType type)
      throws Throwable {
    Field field = field(lookup.lookupClass(), name, type.parameterType(1));
    // on behalf of the class: it need not open its package to this module
    MethodHandle setAccessible = lookup.findVirtual(Field.class, "setAccessible", SET_ACCESSIBLE);
    setAccessible.invokeExact(field, true);
    return new ConstantCallSite(setter(lookup, field).asType(type));
  }

  private static MethodHandle setter(MethodHandles.Lookup lookup, Field field) {
    try {
      return lookup.unreflectSetter(field);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(
          "cannot assign the final field "
              + field.getName()
              + " of "
              + field.getDeclaringClass().getName()
              + " behind a suspension of the constructor, because the JVM trusts it to stay as it"
              + " is: assign it before the suspension, or do not make a hidden class of this one",
          e);
    }
  }

  /** Names alone need not be unique in a class file (JVMS 4.5). */
  private static Field field(Class<?> owner, String name, Class<?> type)
      throws NoSuchFieldException {
    for (Field field : owner.getDeclaredFields()) {
      if (field.getName().equals(name) && field.getType() == type) {
        return field;
      }
    }
    throw new NoSuchFieldException(owner.getName() + "." + name);
  }
}
