package dev.respool.abi;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The cells of a frame by their names; slow, for inspection and copies only. */
final class Cells {
  private static final long LOWER = 0xffff_ffffL;

  private static final ClassValue<Map<String, Field>> FIELDS =
      new ClassValue<>() {
        @Override
        protected Map<String, Field> computeValue(Class<?> shape) {
          return Arrays.stream(shape.getFields())
              .collect(Collectors.toUnmodifiableMap(Field::getName, field -> field));
        }
      };

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
      set(frame, cell, value);
    }
  }

  /** Puts a value into the cell of a local or operand; primitives are boxed. */
  static void put(Frame frame, Description.Local to, Object value) {
    String cell = to.cell();
    if (cell.charAt(0) == 'r') {
      write(frame, cell, value);
    } else if (!cell.equals("-")) {
      putBits(frame, cell, to.descriptor().charAt(0), bits(value));
    }
  }

  private static void putBits(Frame frame, String cell, char type, long bits) {
    boolean upper = cell.endsWith("h");
    String whole = upper ? cell.substring(0, cell.length() - 1) : cell;
    if (cell.charAt(0) == 'i') {
      set(frame, cell, (int) bits);
    } else if (type == 'J' || type == 'D') {
      setLong(frame, whole, bits);
    } else {
      long others = (Long) content(frame, whole) & (upper ? LOWER : ~LOWER);
      setLong(frame, whole, others | (upper ? bits << Integer.SIZE : bits & LOWER));
    }
  }

  private static void setLong(Frame frame, String cell, long bits) {
    if (frame instanceof Shapes.Wide wide) {
      wide.prims[Integer.parseInt(cell.substring(1))] = bits;
    } else {
      set(frame, cell, bits);
    }
  }

  private static void set(Frame frame, String cell, Object value) {
    try {
      field(frame, cell).set(frame, value);
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }

  private static long bits(Object value) {
    if (value instanceof Boolean truth) {
      return truth ? 1 : 0;
    }
    if (value instanceof Character c) {
      return c;
    }
    if (value instanceof Float f) {
      return Float.floatToRawIntBits(f);
    }
    return value instanceof Double d ? Double.doubleToRawLongBits(d) : ((Number) value).longValue();
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

  /** The shape has them, and many classes of frames have one shape. */
  private static Field field(Frame frame, String cell) {
    Field field = FIELDS.get(frame.getClass().getSuperclass()).get(cell);
    if (field == null) {
      throw new IllegalStateException(
          "frame of " + frame.method().owner().getName() + " has no cell " + cell);
    }
    return field;
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
