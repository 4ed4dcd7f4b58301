package dev.respool.abi;

/** Reads the cells of a frame by their names; slow, for inspection only. */
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

  private static Object content(Frame frame, String cell) {
    if (frame instanceof Shapes.Wide wide) {
      int index = Integer.parseInt(cell.substring(1));
      return cell.charAt(0) == 'r' ? wide.refs[index] : (Object) wide.prims[index];
    }
    try {
      return frame.getClass().getField(cell).get(frame);
    } catch (ReflectiveOperationException e) {
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
