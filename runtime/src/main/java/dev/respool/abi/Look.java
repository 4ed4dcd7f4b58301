package dev.respool.abi;

/**
 * Stands for a suspending method of the runtime that has looked at the stack, before the frames
 * that are captured then, and is taken out of them at the end of the unwinding.
 */
final class Look extends NoActivation {
  /** The frames without it, which is the first or the second one. */
  static Frame without(Frame taken) {
    if (taken instanceof Look) {
      return taken.caller;
    }
    if (taken.caller instanceof Look look) {
      taken.caller = look.caller;
    }
    return taken;
  }

  @Override
  public Object resume(Carrier carrier, Object value) {
    throw new IllegalStateException("a look at the stack cannot be resumed");
  }
}
