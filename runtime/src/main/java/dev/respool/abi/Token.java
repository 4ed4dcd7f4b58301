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
   * The name of the synthetic method that makes the frames of a transformed method; its presence
   * marks the method as transformed.
   */
  static String frameFactory(String name, String descriptor) {
    long hash = 0xcbf29ce484222325L; // FNV-1a
    for (int i = 0; i < descriptor.length(); i++) {
      hash = (hash ^ descriptor.charAt(i)) * 0x100000001b3L;
    }
    return "respool$frame$" + name + "$" + Long.toHexString(hash);
  }
}
