package dev.respool.snapshot;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * The version of a class that has a frame in a snapshot. Keep its bytes by the hash, and {@link
 * SnapshotPolicy#withCode} can continue the snapshot in the code that it was taken of.
 */
public final class CodeVersion {
  /** Stands for the hash of a class that does not tell it. */
  static final String UNKNOWN = "unknown";

  private static final int HASH_LENGTH = 64;

  private final String className;
  private final String hash;
  private final ClassLoader loader; // null if the class was not there, or is of the boot loader

  CodeVersion(String className, String hash, ClassLoader loader) {
    this.className = className;
    this.hash = hash;
    this.loader = loader;
  }

  /** What instrumented classes tell, or unknown if that is no hash. */
  static String known(String hex) {
    return isHash(hex) ? hex : UNKNOWN;
  }

  /** Whether it is the hash of something, or unknown. */
  static boolean isHash(String text) {
    if (text.length() != HASH_LENGTH) {
      return text.equals(UNKNOWN);
    }
    for (int i = 0; i < HASH_LENGTH; i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
        return false;
      }
    }
    return true;
  }

  /**
   * The class.
   *
   * @return its name, dotted
   */
  public String className() {
    return className;
  }

  /**
   * The SHA-256 of the class file as its compiler wrote it, before it was instrumented.
   *
   * @return 64 hexadecimal digits, or {@code unknown}
   */
  public String hash() {
    return hash;
  }

  /**
   * The class file as the class's loader has it: as it was compiled if the agent instruments it, or
   * instrumented if the build does.
   *
   * @return empty for a snapshot that was read, or if the loader does not give it out
   */
  public Optional<byte[]> bytes() {
    if (loader == null) {
      return Optional.empty();
    }
    try (InputStream in = loader.getResourceAsStream(className.replace('.', '/') + ".class")) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CodeVersion version
        && className.equals(version.className)
        && hash.equals(version.hash);
  }

  @Override
  public int hashCode() {
    return 31 * className.hashCode() + hash.hashCode();
  }

  @Override
  public String toString() {
    return className + " " + hash;
  }
}
