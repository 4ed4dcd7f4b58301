package dev.respool.abi;

/** The version of the interface between transformed classes and this runtime. */
public final class AbiVersion {
  /**
   * The version that this runtime serves; transformed classes carry the version they were made for.
   */
  public static final int CURRENT = 8;

  private AbiVersion() {}

  static void require(int version, Class<?> transformed) {
    if (version != CURRENT) {
      throw new LinkageError(
          transformed.getName()
              + " was transformed for Respool ABI "
              + version
              + ", but the runtime on the class path has ABI "
              + CURRENT
              + ": use the same version of respool-runtime and of the agent or Maven plugin, and"
              + " rebuild the class");
    }
  }
}
