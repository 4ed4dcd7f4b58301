package dev.respool.abi;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/** The cells of a frame by their names; slow, for inspection and copies only. */
final class Cells {
  private Cells() {}

  /** The value of a cell as a local of the given type has it. */
  static Object read(Frame frame, String cell, String descriptor) {
    if (cell.equals("-")) {
      return null;
    }
    if (cell.endsWith("h")) {
      long both = (Long) content(frame, cell.substring(0, cell.length() - 1));
      return primitive(both >>> Integer.SIZE, descriptor.charAt(0));
    }
    Object content = content(frame, cell);
    if (cell.charAt(0) == 'i') {
      return primitive((Integer) content, descriptor.charAt(0));
    }
    return cell.charAt(0) == 'r' ? content : primitive((Long) content, descriptor.charAt(0));
  }

  /** Puts a reference into a cell. */
  static void write(Frame frame, String cell, Object value) {
    if (frame instanceof Shapes.Wide wide) {
      wide.refs[Integer.parseInt(cell.substring(1))] = value;
    } else {
      try {
        field(frame, cell).set(frame, value);
      } catch (IllegalAccessException e) {
        throw new AssertionError(e);
      }
    }
  }

  /** Puts something else into each reference cell. */
  static void replaceAll(Frame frame, UnaryOperator<Object> by) {
    if (frame instanceof Shapes.Wide wide) {
      Arrays.setAll(wide.refs, i -> by.apply(wide.refs[i]));
    } else {
      for (Field field : frame.getClass().getFields()) {
        if (field.getType() == Object.class) {
          String cell = field.getName();
          write(frame, cell, by.apply(content(frame, cell)));
        }
      }
    }
  }

  private static Object content(Frame frame, String cell) {
    if (frame instanceof Shapes.Wide wide) {
      int index = Integer.parseInt(cell.substring(1));
      return cell.charAt(0) == 'r' ? wide.refs[index] : (Object) wide.prims[index];
    }
    try {
      return field(frame, cell).get(frame);
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }

  private static Field field(Frame frame, String cell) {
    try {
      return frame.getClass().getField(cell);
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException(
          "frame of " + frame.method().owner().getName() + " has no cell " + cell, e);
    }
  }

  private static Object primitive(long bits, char type) {
    return switch (type) {
      case 'Z' -> (int) bits != 0; // another value may have the upper half
      case 'B' -> (byte) bits;
      case 'S' -> (short) bits;
      case 'C' -> (char) bits;
      case 'I' -> (int) bits;
      case 'F' -> Float.intBitsToFloat((int) bits);
      case 'D' -> Double.longBitsToDouble(bits);
      default -> bits;
    };
  }
}
