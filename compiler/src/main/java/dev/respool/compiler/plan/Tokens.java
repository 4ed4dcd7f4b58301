package dev.respool.compiler.plan;

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
   * {@code super.m()}.
   *
   * @param name its name
   * @param descriptor its descriptor
   * @return another number than {@link #of}
   */
  public static int ofBound(String name, String descriptor) {
    return of(name, descriptor) ^ BOUND;
  }
}
