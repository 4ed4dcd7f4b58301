package dev.respool.compiler.plan;

import java.util.Objects;
import org.objectweb.asm.Opcodes;

/**
 * A local or an operand that survives a suspension.
 *
 * @param position the slot of a local, or the height of an operand above the bottom of the stack
 * @param type its verification type
 * @param cell where the frame keeps it; null for a value that is known to be null
 */
public record SavedValue(int position, Object type, Cell cell) {
  /**
   * The kind of the value.
   *
   * @return never null
   */
  public ValueKind kind() {
    return ValueKind.of(type);
  }

  /** By hand, as in {@code MethodKey}. */
  @Override
  public boolean equals(Object other) {
    return other instanceof SavedValue value
        && position == value.position
        && type.equals(value.type)
        && Objects.equals(cell, value.cell);
  }

  @Override
  public int hashCode() {
    return (31 * position + type.hashCode()) * 31 + Objects.hashCode(cell);
  }

  @Override
  public String toString() {
    String name = type instanceof Integer code ? primitive(code) : type.toString();
    return position + ":" + name + (cell == null ? "" : "->" + cell);
  }

  private static String primitive(Integer code) {
    if (code.equals(Opcodes.INTEGER)) {
      return "int";
    }
    if (code.equals(Opcodes.LONG)) {
      return "long";
    }
    if (code.equals(Opcodes.FLOAT)) {
      return "float";
    }
    return code.equals(Opcodes.DOUBLE) ? "double" : "null";
  }
}
