package dev.respool.compiler.suspendable;

import java.util.Optional;

/**
 * Finds class files by name; the compiler's only way to the outside. An implementation never loads
 * a class.
 */
@FunctionalInterface
public interface ClassBytes {
  /**
   * The bytes of a class, as they were before or after transformation.
   *
   * @param internalName such as {@code java/lang/Object}
   * @return empty if there is no such class
   */
  Optional<byte[]> find(String internalName);
}
