package dev.respool.abi;

/**
 * One suspended activation of a transformed method: where it stands, who called it, and, in the
 * shapes of {@link Shapes}, the locals and operands that are live there. Each method has a class of
 * its own for its frames, a subclass of a shape that knows how to continue, see {@link FrameClass}.
 *
 * <p>A frame belongs to one continuation. It is used again each time its activation suspends, so a
 * loop that yields allocates nothing.
 */
public abstract class Frame implements Cloneable {
  /** The activation that waits for this one's result; null for the outermost. */
  Frame caller;

  /** The number of the suspension point at which the activation stands. */
  public int point;

  /** For the shapes only. */
  protected Frame() {}

  /**
   * Continues this activation: runs it to its next suspension or to its end.
   *
   * @param carrier the current thread's carrier; holds a primitive value in {@link Carrier#prim}
   * @param value the reference that the pending call returns, or the exception that it throws
   * @return the method's result if it is a reference; a primitive one is in {@link Carrier#prim}
   * @throws Throwable whatever the method throws
   */
  public abstract Object resume(Carrier carrier, Object value) throws Throwable;

  /**
   * The method that this is an activation of.
   *
   * @return what the runtime knows of it
   */
  public abstract SuspendableMethod method();

  /**
   * The number of the method, as {@link AwakeMethods#number}.
   *
   * @return 0 if the method is dormant
   */
  public abstract long number();

  /** Whether it is that of a method, and not the runtime's own. */
  boolean isActivation() {
    return true;
  }

  /** One of the same class with the same cells. */
  Frame copy() {
    try {
      return (Frame) clone();
    } catch (CloneNotSupportedException e) {
      throw new AssertionError(e);
    }
  }
}
