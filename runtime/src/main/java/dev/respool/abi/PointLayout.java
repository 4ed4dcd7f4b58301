package dev.respool.abi;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What a frame holds at a suspension point, in the words of the source: a later version of the code
 * whose points have the same layouts in the same order can continue the frame.
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

  /**
   * Tells methods apart whose points are not the same ones in the same order: the first eight bytes
   * of the SHA-256 of a text. The text has a line for the called method of each point, followed by
   * a line for each slot, which begins with a blank.
   */
  static long outline(List<PointLayout> points) {
    StringBuilder text = new StringBuilder();
    for (PointLayout point : points) {
      text.append(point.called()).append('\n');
      for (Slot slot : point.slots) {
        text.append(' ').append(slot.name).append(' ').append(slot.descriptor).append('\n');
      }
    }
    return ByteBuffer.wrap(sha256(text.toString())).getLong();
  }

  private static byte[] sha256(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
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
