package dev.respool.compiler.plan;

import java.util.BitSet;
import java.util.Set;
import org.objectweb.asm.tree.FieldNode;

/**
 * What becomes of the final fields of an object whose constructor suspends. Only a constructor may
 * assign them (JVMS 6.5, {@code putfield}), and the resume method is none. The JVM makes them
 * visible to all threads when the constructor returns (JLS 17.5), which is before the resume method
 * has run.
 *
 * @param stores the {@code PUTFIELD}s for which the resume method calls a setter
 * @param opened the fields that lose {@code final}, because there is no setter for them
 * @param published whether the resume method makes the object visible itself
 */
public record FinalFields(BitSet stores, Set<String> opened, boolean published) {
  /** Of a method that is no constructor, or whose class has none. */
  static final FinalFields NONE = new FinalFields(new BitSet(), Set.of(), false);

  /** Names and descriptors tell the fields of a class apart (JVMS 4.5). */
  static String key(FieldNode field) {
    return field.name + " " + field.desc;
  }

  /**
   * Whether a field loses {@code final}.
   *
   * @param field of the class
   * @return true if so
   */
  public boolean opens(FieldNode field) {
    return opened.contains(key(field));
  }

  /**
   * Whether the constructor makes the object visible itself, because its fields are not final any
   * more.
   *
   * @return true if it has opened any
   */
  public boolean publishedByConstructor() {
    return !opened.isEmpty();
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    if (!stores.isEmpty()) {
      text.append("setters for final fields at ").append(stores).append('\n');
    }
    if (!opened.isEmpty()) {
      text.append("no longer final ").append(opened).append('\n');
    }
    return text.append(published ? "published when resumed\n" : "").toString();
  }
}
