package dev.respool.abi;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Where the frames of one shape keep a local or operand, and as what. It is found by the name that
 * a {@link Description} gives it, once; reading and writing are fast from then on.
 */
final class Cell {
  private static final long LOWER = 0xffff_ffffL;

  /** That of a value which is known to be null. */
  private static final char NONE = '-';

  private static final char REFERENCE = 'r';
  private static final char INT = 'i';

  private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

  private static final ClassValue<Map<String, Access>> ACCESSES =
      new ClassValue<>() {
        @Override
        protected Map<String, Access> computeValue(Class<?> shape) {
          return new ConcurrentHashMap<>();
        }
      };

  private final Access access; // null if there is no cell
  private final char sort; // of the cell
  private final boolean upper; // half of it
  private final char type; // of the value, the first character of its descriptor

  /**
   * Of a whole cell.
   *
   * @param get from a frame to an object, an int or a long
   * @param set from a frame and the same to nothing
   */
  private record Access(MethodHandle get, MethodHandle set) {}

  private Cell(Access access, char sort, boolean upper, char type) {
    this.access = access;
    this.sort = sort;
    this.upper = upper;
    this.type = type;
  }

  /**
   * Finds a cell.
   *
   * @param shape one of {@link Shapes}
   * @param name as {@link Description} explains
   * @param descriptor of the local or operand
   * @throws NoSuchFieldError if frames of the shape have no such cell
   */
  static Cell of(Class<?> shape, String name, String descriptor) {
    char sort = name.charAt(0);
    boolean upper = name.charAt(name.length() - 1) == 'h';
    String whole = upper ? name.substring(0, name.length() - 1) : name;
    return new Cell(sort == NONE ? null : access(shape, whole), sort, upper, descriptor.charAt(0));
  }

  private static Access access(Class<?> shape, String cell) {
    return ACCESSES.get(shape).computeIfAbsent(cell, name -> find(shape, name));
  }

  private static Access find(Class<?> shape, String cell) {
    try {
      return shape == Shapes.Wide.class ? ofArray(cell) : ofField(shape, cell);
    } catch (ReflectiveOperationException e) {
      String why = "frames of " + shape.getName() + " have no cell " + cell;
      throw (Error) new NoSuchFieldError(why).initCause(e);
    }
  }

  private static Access ofField(Class<?> shape, String cell) throws ReflectiveOperationException {
    Class<?> type = type(cell);
    return access(LOOKUP.findGetter(shape, cell, type), LOOKUP.findSetter(shape, cell, type), type);
  }

  private static Access ofArray(String cell) throws ReflectiveOperationException {
    boolean reference = cell.charAt(0) == REFERENCE;
    Class<?> cells = reference ? Object[].class : long[].class;
    MethodHandle array = LOOKUP.findGetter(Shapes.Wide.class, reference ? "refs" : "prims", cells);
    int index = Integer.parseInt(cell.substring(1));
    MethodHandle get = MethodHandles.arrayElementGetter(cells);
    MethodHandle set = MethodHandles.arrayElementSetter(cells);
    return access(
        MethodHandles.filterArguments(MethodHandles.insertArguments(get, 1, index), 0, array),
        MethodHandles.filterArguments(MethodHandles.insertArguments(set, 1, index), 0, array),
        type(cell));
  }

  private static Access access(MethodHandle get, MethodHandle set, Class<?> type) {
    return new Access(
        get.asType(MethodType.methodType(type, Frame.class)),
        set.asType(MethodType.methodType(void.class, Frame.class, type)));
  }

  private static Class<?> type(String cell) {
    return switch (cell.charAt(0)) {
      case REFERENCE -> Object.class;
      case INT -> int.class;
      default -> long.class;
    };
  }

  /** Whether it can have a reference. */
  boolean isReference() {
    return sort == REFERENCE;
  }

  /** Whether there is none, because the value is known to be null. */
  boolean isNone() {
    return sort == NONE;
  }

  /** The value; primitives are boxed. */
  Object read(Frame frame) {
    if (sort == REFERENCE) {
      return object(frame);
    }
    if (sort == NONE) {
      return null;
    }
    long bits = whole(frame);
    return boxed(upper ? bits >>> Integer.SIZE : bits);
  }

  /** Puts a value there, if there is a cell; primitives are boxed. */
  void write(Frame frame, Object value) {
    if (sort == REFERENCE) {
      set(frame, value);
    } else if (sort != NONE) {
      write(frame, bits(value));
    }
  }

  /** Half of a cell leaves the other half as it is. */
  private void write(Frame frame, long bits) {
    if (sort == INT || type == 'J' || type == 'D') {
      set(frame, bits);
    } else if (upper) {
      set(frame, whole(frame) & LOWER | bits << Integer.SIZE);
    } else {
      set(frame, whole(frame) & ~LOWER | bits & LOWER);
    }
  }

  private Object object(Frame frame) {
    try {
      return (Object) access.get.invokeExact(frame);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  private long whole(Frame frame) {
    try {
      return sort == INT
          ? (int) access.get.invokeExact(frame)
          : (long) access.get.invokeExact(frame);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  private void set(Frame frame, Object value) {
    try {
      access.set.invokeExact(frame, value);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  private void set(Frame frame, long bits) {
    try {
      if (sort == INT) {
        access.set.invokeExact(frame, (int) bits);
      } else {
        access.set.invokeExact(frame, bits);
      }
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  private static RuntimeException unexpected(Throwable e) {
    if (e instanceof RuntimeException thrown) {
      return thrown; // no such place in an array, or a frame of another shape
    }
    throw new AssertionError("an access to a field throws no checked exception", e);
  }

  private static long bits(Object value) {
    if (value instanceof Integer i) {
      return i;
    }
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

  private Object boxed(long bits) {
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
