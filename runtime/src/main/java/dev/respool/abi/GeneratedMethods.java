package dev.respool.abi;

/** The names of generated methods by which the runtime knows them. */
final class GeneratedMethods {
  private static final String RESUME_OF_CONSTRUCTOR = "respool$init";

  private GeneratedMethods() {}

  /**
   * The name of the synthetic method that makes the frames of a transformed method; its presence
   * marks the method as transformed. That of a constructor differs from that of a method called
   * {@code init} by the hash. The compiler computes the same name; a test holds the two together.
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
