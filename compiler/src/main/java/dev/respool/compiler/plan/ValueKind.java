package dev.respool.compiler.plan;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * The five kinds of values that the JVM's instructions distinguish, in the order of its opcodes.
 */
public enum ValueKind {
  /** int, short, byte, char, boolean. */
  INT,
  /** long. */
  LONG,
  /** float. */
  FLOAT,
  /** double. */
  DOUBLE,
  /** References and null. */
  REF;

  /**
   * The kind of a verification type.
   *
   * @param type as ASM writes it
   * @return never null
   */
  public static ValueKind of(Object type) {
    if (type == Opcodes.INTEGER) {
      return INT;
    }
    if (type == Opcodes.LONG) {
      return LONG;
    }
    if (type == Opcodes.FLOAT) {
      return FLOAT;
    }
    return type == Opcodes.DOUBLE ? DOUBLE : REF;
  }

  /**
   * The kind of a value of a declared type.
   *
   * @param type any but void
   * @return never null
   */
  public static ValueKind of(Type type) {
    return switch (type.getSort()) {
      case Type.LONG -> LONG;
      case Type.FLOAT -> FLOAT;
      case Type.DOUBLE -> DOUBLE;
      case Type.OBJECT, Type.ARRAY -> REF;
      default -> INT;
    };
  }

  /**
   * How stack map frames name a primitive value of this kind.
   *
   * @return as ASM writes it
   */
  public Object frameType() {
    return switch (this) {
      case INT -> Opcodes.INTEGER;
      case LONG -> Opcodes.LONG;
      case FLOAT -> Opcodes.FLOAT;
      case DOUBLE -> Opcodes.DOUBLE;
      case REF -> throw new IllegalStateException("a reference has the type of its class");
    };
  }

  /**
   * The most general type of a value of this kind.
   *
   * @return as ASM writes it in stack map frames
   */
  public Object erasure() {
    return this == REF ? "java/lang/Object" : frameType();
  }

  /**
   * The descriptor of {@link #erasure()}.
   *
   * @return as in JVMS 4.3.2
   */
  public String descriptor() {
    return switch (this) {
      case INT -> "I";
      case LONG -> "J";
      case FLOAT -> "F";
      case DOUBLE -> "D";
      case REF -> "Ljava/lang/Object;";
    };
  }

  /**
   * The number of slots that a value takes.
   *
   * @return 1 or 2
   */
  public int size() {
    return this == LONG || this == DOUBLE ? 2 : 1;
  }
}
