package dev.respool.abi;

/**
 * One suspended activation of a transformed method: where it stands, who called it, and, in the
 * subclasses of {@link Shapes}, the locals and operands that are live there.
 *
 * <p>A frame belongs to one continuation. It is used again each time its activation suspends, so a
 * loop that yields allocates nothing.
 */
public abstract class Frame implements Cloneable {
  /** Continues this activation. */
  Resumer resumer;

  /** The activation that waits for this one's result; null for the outermost. */
  Frame caller;

  /** The number of the suspension point at which the activation stands. */
  public int point;

  /** For the shapes only. */
  protected Frame() {}

  /** The description of the method that this is an activation of. */
  SuspendableMethod method() {
    return SuspendableMethod.of(resumer);
  }

  @Override
  protected Frame clone() {
    try {
      return (Frame) super.clone();
    } catch (CloneNotSupportedException e) {
      throw new AssertionError(e);
    }
  }
}
