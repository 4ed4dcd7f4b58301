package dev.respool.snapshot;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.temporal.TemporalAccessor;
import java.util.UUID;

/** What objects look like to people who do not have their classes; runs no code of the program. */
final class Texts {
  /** Longer texts are cut. */
  private static final int LONGEST = 60;

  private Texts() {}

  static SavedObject of(Object object) {
    return new SavedObject(object.getClass().getTypeName(), isValue(object) ? text(object) : "");
  }

  /** Whether it is one of the JDK's values that have a text. */
  static boolean isValue(Object object) {
    return object.getClass().getClassLoader() == null
        && (object instanceof String
            || object instanceof Boolean
            || object instanceof Character
            || object instanceof Byte
            || object instanceof Short
            || object instanceof Integer
            || object instanceof Long
            || object instanceof Float
            || object instanceof Double
            || object instanceof BigInteger
            || object instanceof BigDecimal
            || object instanceof UUID
            || object instanceof TemporalAccessor);
  }

  private static String text(Object object) {
    String text = object.toString();
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }
}
