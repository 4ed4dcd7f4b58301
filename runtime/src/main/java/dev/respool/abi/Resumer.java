package dev.respool.abi;

/**
 * The way from a {@link Frame} to the synthetic method that continues it; one constant instance a
 * method.
 */
@FunctionalInterface
public interface Resumer {
  /**
   * Restores the frame and runs it to its next suspension or to its end.
   *
   * @param carrier the current thread's carrier; holds a primitive value in {@link Carrier#prim}
   * @param frame the frame
   * @param value the reference that the pending call returns, or the exception that it throws
   * @return the method's result if it is a reference; a primitive one is in {@link Carrier#prim}
   * @throws Throwable whatever the method throws
   */
  Object resume(Carrier carrier, Frame frame, Object value) throws Throwable;
}
