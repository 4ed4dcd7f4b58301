package dev.respool.abi;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/** The cells of a frame by their names; slow, for inspection and copies only. */
final class Cells {
  private static final String ANY_REFERENCE = "Ljava/lang/Object;";

  private Cells() {}

  /** The value of a cell as a local of the given type has it. */
  static Object read(Frame frame, String cell, String descriptor) {
    return find(frame, cell, descriptor).read(frame);
  }

  /** Puts a reference into a cell. */
  static void write(Frame frame, String cell, Object value) {
    find(frame, cell, ANY_REFERENCE).write(frame, value);
  }

  /** The frame's shape has it: many classes of frames have one shape. */
  private static Cell find(Frame frame, String cell, String descriptor) {
    return Cell.of(frame.getClass().getSuperclass(), cell, descriptor);
  }

  /** Puts something else into each reference cell. */
  static void replaceAll(Frame frame, UnaryOperator<Object> by) {
    if (frame instanceof Shapes.Wide wide) {
      Arrays.setAll(wide.refs, i -> by.apply(wide.refs[i]));
    } else {
      for (Field field : frame.getClass().getFields()) {
        if (field.getType() == Object.class) {
          Cell cell = find(frame, field.getName(), ANY_REFERENCE);
          cell.write(frame, by.apply(cell.read(frame)));
        }
      }
    }
  }
}
