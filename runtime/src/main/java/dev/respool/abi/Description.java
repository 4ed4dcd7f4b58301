package dev.respool.abi;

import java.util.ArrayList;
import java.util.List;

/**
 * The method and the suspension points of one {@link SuspendableMethod} as people see them.
 *
 * <p>The compiler writes it as text: a first line {@code name TAB descriptor TAB source file}, then
 * a line for each point in the order of their numbers, {@code source line TAB called method},
 * followed by {@code TAB cell TAB name TAB descriptor} for each live local. A cell is {@code r},
 * {@code i} or {@code p} and its index, as the shapes name it, with {@code h} behind it for its
 * upper half; {@code -} stands for a local that is known to be null.
 *
 * @param owner the class
 * @param method its name as in the source
 * @param descriptor its descriptor
 * @param sourceFile the file, or null if the class does not say
 * @param points the suspension points by number
 */
record Description(
    Class<?> owner, String method, String descriptor, String sourceFile, List<Point> points) {

  /**
   * A suspension point.
   *
   * @param line source line, or -1
   * @param callee name of the called method
   * @param locals what lives there
   */
  record Point(int line, String callee, List<Local> locals) {}

  /**
   * A live local.
   *
   * @param cell where a frame keeps it
   * @param name its name in the source, or {@code slotN}
   * @param descriptor its type
   */
  record Local(String cell, String name, String descriptor) {
    /**
     * Whether the source does not name it, or the class file does not say how. Some compilers give
     * what they have added a name with a dollar sign at its end, such as {@code i$}.
     */
    boolean isHidden() {
      char last = name.charAt(name.length() - 1);
      return last == '$' || name.startsWith("slot") && Character.isDigit(last);
    }
  }

  static Description parse(Class<?> owner, String text) {
    String[] lines = text.split("\n", -1);
    String[] head = lines[0].split("\t", -1);
    List<Point> points = new ArrayList<>();
    for (int i = 1; i < lines.length; i++) {
      points.add(point(lines[i].split("\t", -1)));
    }
    return new Description(owner, head[0], head[1], head[2].isEmpty() ? null : head[2], points);
  }

  private static Point point(String[] fields) {
    List<Local> locals = new ArrayList<>();
    for (int i = 2; i + 2 < fields.length; i += 3) {
      locals.add(new Local(fields[i], fields[i + 1], fields[i + 2]));
    }
    return new Point(Integer.parseInt(fields[0]), fields[1], locals);
  }

  /** Whether it is a body that the compiler gave to a method reference; people did not write it. */
  boolean isAdapter() {
    return method.startsWith("respool$ref$");
  }

  StackTraceElement element(int point) {
    return element(method, sourceFile, points.get(point).line());
  }

  private StackTraceElement element(String name, String file, int line) {
    Module module = owner.getModule();
    String moduleName = module.isNamed() ? module.getName() : null;
    return new StackTraceElement(null, moduleName, null, owner.getName(), name, file, line);
  }
}
