package dev.respool.snapshot;

/** Descriptors of types (JVMS 4.3.2) as names and as classes. */
final class Types {
  private static final String PRIMITIVES = "ZBSCIJFD";

  /** The most dimensions of an array. */
  private static final int MOST = 255;

  private Types() {}

  static boolean isDescriptor(String text) {
    int start = 0;
    while (start < text.length() && text.charAt(start) == '[') {
      start++;
    }
    int length = text.length() - start;
    return start <= MOST
        && (length == 1 ? isPrimitive(text.charAt(start)) : length > 2 && isName(text, start));
  }

  private static boolean isPrimitive(char descriptor) {
    return PRIMITIVES.indexOf(descriptor) >= 0;
  }

  private static boolean isName(String text, int start) {
    return text.charAt(start) == 'L' && text.indexOf(';', start) == text.length() - 1;
  }

  /** As in the source. */
  static String name(String descriptor) {
    return switch (descriptor.charAt(0)) {
      case 'Z' -> "boolean";
      case 'B' -> "byte";
      case 'S' -> "short";
      case 'C' -> "char";
      case 'I' -> "int";
      case 'J' -> "long";
      case 'F' -> "float";
      case 'D' -> "double";
      case '[' -> name(descriptor.substring(1)) + "[]";
      default -> descriptor.substring(1, descriptor.length() - 1).replace('/', '.');
    };
  }

  /** A class, which is loaded but not initialised. */
  static Class<?> find(String descriptor, ClassLoader loader) throws ClassNotFoundException {
    String name =
        descriptor.startsWith("[")
            ? descriptor.replace('/', '.')
            : descriptor.substring(1, descriptor.length() - 1).replace('/', '.');
    return named(name, loader);
  }

  /**
   * The same by its dotted name, which may be anything. Loaders answer to some names that no class
   * can have by exceptions of other types.
   */
  static Class<?> named(String name, ClassLoader loader) throws ClassNotFoundException {
    try {
      return Class.forName(name, false, loader);
    } catch (SecurityException | IllegalArgumentException e) {
      throw new ClassNotFoundException(name + ", " + e, e);
    }
  }
}
