package dev.respool.abi;

import java.util.List;

/**
 * The method and the suspension points of one {@link SuspendableMethod} as people see them.
 *
 * <p>The compiler writes it as text: a first line {@code name TAB descriptor TAB source file}, then
 * a line for each point in the order of their numbers, {@code source line TAB called method},
 * followed by {@code TAB cell TAB name TAB descriptor} for each live value. A called method is
 * {@code class.name(descriptor)}, without its class if that is the owner. A cell is {@code r},
 * {@code i} or {@code p} and its index, as the shapes name it, with {@code h} behind it for its
 * upper half; {@code -} stands for a value that is known to be null. The name of an operand is a
 * dot and its height above the bottom of the stack, that of a local without a name a semicolon and
 * its slot. A called method or a value that stands in the text already is written as a number: how
 * many different ones stood there before it.
 *
 * @param owner the class
 * @param method its name as in the source
 * @param descriptor its descriptor
 * @param sourceFile the file, or null if the class does not say
 * @param leavesValuesOut whether the values had no room; {@code TAB -} behind the file says so
 * @param points the suspension points by number
 */
record Description(
    Class<?> owner,
    String method,
    String descriptor,
    String sourceFile,
    boolean leavesValuesOut,
    List<Point> points) {

  /**
   * A suspension point.
   *
   * @param line source line, or -1
   * @param called the called method
   * @param ordinal how many calls of that method come before it among the points of its method
   * @param locals what lives there, by slot
   * @param operands what lies below the arguments, bottom first
   */
  record Point(int line, Called called, int ordinal, List<Local> locals, List<Local> operands) {}

  /**
   * A called method.
   *
   * @param owner internal name of the class that the call names
   * @param name of the method
   * @param descriptor of the method
   */
  record Called(String owner, String name, String descriptor) {
    /** As people write it. */
    @Override
    public String toString() {
      return owner.replace('/', '.') + "." + name + descriptor;
    }
  }

  /**
   * A live local or operand.
   *
   * @param cell where a frame keeps it
   * @param name its name in the source, or a semicolon and its slot; a dot and a number for an
   *     operand; no name in a source has these (JVMS 4.2.2)
   * @param descriptor its type
   */
  record Local(String cell, String name, String descriptor) {
    boolean isOperand() {
      return name.charAt(0) == '.';
    }

    /**
     * Whether the source does not name it, or the class file does not say how. Some compilers give
     * what they have added a name with a dollar sign at its end, such as {@code i$}.
     */
    boolean isHidden() {
      return isNameless() || name.charAt(name.length() - 1) == '$';
    }

    private boolean isNameless() {
      return name.charAt(0) == ';';
    }

    /** Its name, or {@code slotN}. */
    String shownName() {
      return isNameless() ? "slot" + name.substring(1) : name;
    }
  }

  static Description parse(Class<?> owner, String text) {
    return new DescriptionReader(owner, text).read();
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
