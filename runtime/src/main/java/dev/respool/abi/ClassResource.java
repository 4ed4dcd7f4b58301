package dev.respool.abi;

import java.io.InputStream;

/**
 * The class file of a class, as its loader hands it out; a tool may have changed the class since.
 */
final class ClassResource {
  private ClassResource() {}

  /** Null if the loader has none, such as for a class that was made in memory. */
  static InputStream of(Class<?> type) {
    String name = type.getName();
    return type.getResourceAsStream(name.substring(name.lastIndexOf('.') + 1) + ".class");
  }
}
