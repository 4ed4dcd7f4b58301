package dev.respool.compiler.plan;

import dev.respool.compiler.suspendable.MethodKey;
import java.util.List;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.TryCatchBlockNode;

/**
 * A call that may suspend.
 *
 * @param number from 0, in the order of the code; the same in both bodies
 * @param index of the call among the instructions
 * @param line source line, or -1
 * @param callee what is called
 * @param isStatic whether it is called without a receiver
 * @param receiver the local that holds the receiver, too; -1 if there is none
 * @param call how it is called
 * @param locals the live locals, by slot
 * @param stack the operands below the call's result, bottom first
 * @param allTypes what holds behind the call in the fast path
 * @param liveTypes the same with the live locals only, as in the resume method
 * @param handlers the try blocks that cover the call, in the order of their search
 * @param monitors those that the code holds here and gives up meanwhile, outermost first
 */
public record SuspensionPoint(
    int number,
    int index,
    int line,
    MethodKey callee,
    boolean isStatic,
    int receiver,
    Call call,
    List<SavedValue> locals,
    List<SavedValue> stack,
    StackMap allTypes,
    StackMap liveTypes,
    List<TryCatchBlockNode> handlers,
    List<HeldMonitor> monitors) {

  /**
   * What the call returns.
   *
   * @return its type, perhaps void
   */
  public Type resultType() {
    return Type.getReturnType(callee.descriptor());
  }

  /**
   * The number of reference cells in use here.
   *
   * @return cells 0 to this, exclusive, hold something
   */
  public int refs() {
    return cells(true);
  }

  /**
   * What the stack shows of the call: name and descriptor, and the class if dispatch cannot decide
   * about it and it has no receiver that could.
   *
   * @return as the runtime's {@code Transformed} says it
   */
  public String calledName() {
    String name = callee.name() + callee.descriptor();
    return call instanceof Call.Bound bound && (isStatic || isConstruction())
        ? bound.target().owner().replace('/', '.') + "." + name
        : name;
  }

  /**
   * Whether the callee is told of the call, unless the method is dormant. A variant knows; and so
   * few constructors suspend that the stack may tell of them each time.
   *
   * @return false if nothing stands before the call
   */
  public boolean tells() {
    return !(call instanceof Call.Variant || call instanceof Call.Leaf) && !isConstruction();
  }

  boolean isConstruction() {
    return callee.name().equals("<init>");
  }

  int prims() {
    return cells(false);
  }

  SuspensionPoint calledAs(Call other) {
    return new SuspensionPoint(
        number, index, line, callee, isStatic, receiver, other, locals, stack, allTypes, liveTypes,
        handlers, monitors);
  }

  private int cells(boolean reference) {
    return Math.max(cells(locals, reference), cells(stack, reference));
  }

  private static int cells(List<SavedValue> values, boolean reference) {
    int cells = 0;
    for (SavedValue value : values) {
      Cell cell = value.cell();
      if (cell != null && cell.sort() != Cell.Sort.GAP && cell.reference() == reference) {
        cells = Math.max(cells, cell.index() + 1);
      }
    }
    return cells;
  }

  boolean usesGap() {
    return useGap(locals) || useGap(stack);
  }

  private static boolean useGap(List<SavedValue> values) {
    for (SavedValue value : values) {
      if (value.cell() != null && value.cell().sort() == Cell.Sort.GAP) {
        return true;
      }
    }
    return false;
  }

  @Override
  public String toString() {
    return String.format(
        "point %d line %d %s%s locals %s stack %s%s",
        number,
        line,
        callee,
        callee.descriptor(),
        locals,
        stack,
        monitors.isEmpty() ? "" : " monitors " + monitors);
  }
}
