package dev.respool.corpus.verify;

import java.util.Arrays;

/**
 * A class file to transform.
 *
 * @param internalName as its place says, such as {@code com/acme/Pump}
 * @param place within its jar or module
 * @param bytes its content
 * @param inEffect whether this JVM would load it; of a multi-release jar it loads one of several
 */
public record SubjectClass(String internalName, String place, byte[] bytes, boolean inEffect) {

  /** The JDK's own packages are closed to other class loaders. */
  boolean isLoadable() {
    return inEffect && !internalName.startsWith("java/") && !internalName.endsWith("-info");
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SubjectClass that
        && place.equals(that.place)
        && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return place.hashCode();
  }
}
