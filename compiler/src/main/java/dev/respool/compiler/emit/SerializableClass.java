package dev.respool.compiler.emit;

import org.objectweb.asm.tree.ClassNode;

/**
 * Makes a class serializable:
 *
 * <pre>
 *   &#64;MadeSerializable
 *   class C extends B implements A, Serializable { … }
 * </pre>
 *
 * It gets no {@code serialVersionUID}: the default is made of the names and types of its members,
 * so that bytes of a class with other members are refused.
 */
public final class SerializableClass {
  private static final String SERIALIZABLE = "java/io/Serializable";

  private SerializableClass() {}

  /**
   * Changes a class that is not serializable.
   *
   * @param owner the class
   */
  public static void make(ClassNode owner) {
    owner.interfaces.add(SERIALIZABLE);
    if (owner.signature != null) {
      owner.signature += "L" + SERIALIZABLE + ";"; // superinterfaces stand last (JVMS 4.7.9.1)
    }
    owner.visitAnnotation(RuntimeAbi.MADE_SERIALIZABLE, true).visitEnd();
  }
}
