package dev.respool.compiler.suspendable;

import java.util.Optional;

/**
 * Where the source of a local or anonymous class stands (JVMS 4.7.7).
 *
 * @param owner internal name of the class
 * @param method the method as its source declares it, around any lambda that the class stands in;
 *     empty in an initialiser
 */
record EnclosingMethod(String owner, Optional<MethodKey> method) {
  /** By hand, as in {@link MethodKey}. */
  @Override
  public boolean equals(Object other) {
    return other instanceof EnclosingMethod around
        && owner.equals(around.owner)
        && method.equals(around.method);
  }

  @Override
  public int hashCode() {
    return 31 * owner.hashCode() + method.hashCode();
  }
}
