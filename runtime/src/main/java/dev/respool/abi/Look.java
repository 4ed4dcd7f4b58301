package dev.respool.abi;

/**
 * Stands for a suspending method of the runtime that has looked at the stack, before the frames
 * that are captured then, and is taken out of them at the end of the unwinding.
 */
final class Look extends NoActivation {
  /** The frames without it; only such as are no activations stand before it. */
  static Frame without(Frame taken) {
    if (taken instanceof Look) {
      return taken.caller;
    }
    for (Frame frame = taken; frame != null && !frame.isActivation(); frame = frame.caller) {
      if (frame.caller instanceof Look look) {
        frame.caller = look.caller;
      }
    }
    return taken;
  }

  @Override
  public Object resume(Carrier carrier, Object value) {
    throw new IllegalStateException("a look at the stack cannot be resumed");
  }
}
