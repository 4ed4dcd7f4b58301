package dev.respool.abi;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What a frame holds at a suspension point, in the words of the source: a later version of the code
 * that has the same layout once can continue the frame.
 *
 * @param calledOwner internal name of the class that the call names
 * @param calledName the called method
 * @param calledDescriptor its descriptor
 * @param ordinal how many calls of that method come before it in its method
 * @param slots the live values: those with names by name, the others by slot, operands at the end
 */
public record PointLayout(
    String calledOwner, String calledName, String calledDescriptor, int ordinal, List<Slot> slots) {

  /**
   * A live value.
   *
   * @param name of the local; empty if the source does not name it; a dot and a number for an
   *     operand
   * @param descriptor its declared type
   */
  public record Slot(String name, String descriptor) {
    /**
     * Whether the source does not name it.
     *
     * @return true for what a compiler has added, and in classes without debug information
     */
    public boolean isHidden() {
      return name.isEmpty();
    }
  }

  static PointLayout of(Description.Point point) {
    Description.Called called = point.called();
    List<Slot> slots = values(point).stream().map(PointLayout::slot).toList();
    return new PointLayout(
        called.owner(), called.name(), called.descriptor(), point.ordinal(), slots);
  }

  /** In the order of the slots of the layout. */
  static List<Description.Local> values(Description.Point point) {
    List<Description.Local> values = new ArrayList<>(point.locals());
    values.sort(
        Comparator.comparing(Description.Local::isHidden)
            .thenComparing(local -> local.isHidden() ? "" : local.name()));
    values.addAll(point.operands());
    return values;
  }

  private static Slot slot(Description.Local value) {
    boolean named = value.isOperand() || !value.isHidden();
    return new Slot(named ? value.name() : "", value.descriptor());
  }

  /**
   * The call as people write it.
   *
   * @return class, method and descriptor
   */
  public String called() {
    return calledOwner.replace('/', '.') + "." + calledName + calledDescriptor;
  }
}
