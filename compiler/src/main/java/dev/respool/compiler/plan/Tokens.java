package dev.respool.compiler.plan;

import dev.respool.compiler.suspendable.MethodKey;

/**
 * The tokens by which a callee recognises its caller; the same numbers as the runtime's {@code
 * Token} computes.
 */
public final class Tokens {
  private static final int BOUND = 0x5bd1e995;

  private Tokens() {}

  /**
   * The token of a method that is called through dispatch.
   *
   * @param name its name
   * @param descriptor its descriptor
   * @return never 0
   */
  public static int of(String name, String descriptor) {
    int hash = 31 * name.hashCode() + descriptor.hashCode();
    return hash == 0 ? 1 : hash;
  }

  /**
   * The token of a method that is called where no dispatch can lead elsewhere: static, private,
   * final, {@code super.m()}. It names the class too, unless that is one of the runtime's, whose
   * suspending methods forward nothing.
   *
   * @param method as it is declared
   * @return another number than {@link #of}
   */
  public static int ofBound(MethodKey method) {
    return of(method.name(), method.descriptor()) ^ BOUND ^ ownerPart(method.owner());
  }

  private static int ownerPart(String owner) {
    String room = owner.substring(0, owner.lastIndexOf('/') + 1);
    return room.equals("dev/respool/") || room.equals("dev/respool/loop/") ? 0 : owner.hashCode();
  }
}
