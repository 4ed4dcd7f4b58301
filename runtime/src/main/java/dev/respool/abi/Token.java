package dev.respool.abi;

/**
 * Names a callee for the check that no frame stands unseen between a suspension point and the
 * method that it calls.
 *
 * <p>The caller stores the token of the called name and descriptor into the {@link Carrier}; the
 * callee reads and clears it on entry. A method that is about to be captured and was entered with
 * another token was called by code that cannot be captured. The compiler computes the same numbers;
 * a test holds the two together.
 */
public final class Token {
  /** What a call adds that no dispatch can lead elsewhere (static, private, {@code super}). */
  static final int BOUND = 0x5bd1e995;

  private static final String RESUME_OF_CONSTRUCTOR = "respool$init";

  private Token() {}

  /**
   * The token of a method.
   *
   * @param name its name
   * @param descriptor its erased descriptor (JVMS 4.3.3)
   * @return a number that is never 0
   */
  public static int of(String name, String descriptor) {
    int hash = 31 * name.hashCode() + descriptor.hashCode();
    return hash == 0 ? 1 : hash;
  }

  /**
   * What the caller of a method leaves where dispatch decides: which class decides, too, because a
   * callee of that class that was once found to be called directly is so always.
   */
  static long dispatched(int token, Class<?> receiver) {
    return (long) token << 32 | receiver.hashCode() & 0xffffffffL;
  }

  /** What the caller leaves where no dispatch decides. */
  static long bound(int token) {
    return (long) (token ^ BOUND) << 32;
  }

  /** The token that a caller left, without the receiver's class. */
  static int of(long left) {
    return (int) (left >>> 32);
  }

  /**
   * The name of the synthetic method that makes the frames of a transformed method; its presence
   * marks the method as transformed. That of a constructor differs from that of a method called
   * {@code init} by the hash.
   */
  static String frameFactory(String name, String descriptor) {
    return name.equals("<init>")
        ? hashedFactory("init", name + descriptor)
        : hashedFactory(name, descriptor);
  }

  /** The name by which people know a method: a constructor's resume method cannot have its name. */
  static String knownName(String method) {
    return method.startsWith(RESUME_OF_CONSTRUCTOR) ? "<init>" : method;
  }

  private static String hashedFactory(String name, String hashed) {
    long hash = 0xcbf29ce484222325L; // FNV-1a
    for (int i = 0; i < hashed.length(); i++) {
      hash = (hash ^ hashed.charAt(i)) * 0x100000001b3L;
    }
    return "respool$frame$" + name + "$" + Long.toHexString(hash);
  }
}
