package dev.respool.corpus.verify;

import java.util.Arrays;
import org.objectweb.asm.ClassReader;

/**
 * A class file to transform.
 *
 * @param internalName such as {@code com/acme/Pump}
 * @param place within its jar or module
 * @param bytes its content
 * @param inEffect whether this JVM would load it; of a multi-release jar it loads one of several
 */
public record SubjectClass(String internalName, String place, byte[] bytes, boolean inEffect) {

  /** The same with the name that is in it; with that of its place if the bytes cannot be read. */
  SubjectClass underItsOwnName() {
    try {
      String name = new ClassReader(bytes).getClassName();
      return name == null ? this : new SubjectClass(name, place, bytes, inEffect);
    } catch (RuntimeException e) {
      return this; // no class file: the verification tells
    }
  }

  SubjectClass notInEffect() {
    return new SubjectClass(internalName, place, bytes, false);
  }

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
