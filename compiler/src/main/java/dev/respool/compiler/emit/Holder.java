package dev.respool.compiler.emit;

import dev.respool.compiler.plan.MethodPlan;
import dev.respool.compiler.plan.SuspensionPoint;

/**
 * Tells the runtime of a frame that is resumed before those that it has called: because it holds
 * monitors, or because debuggers are to see it on the stack.
 */
final class Holder {
  private Holder() {}

  /** frame, carrier -> nothing. */
  static void note(Code code, MethodPlan plan, SuspensionPoint point) {
    String why = plan.monitors().areHeldAt(point) ? "released" : "shown";
    code.invokeStatic(RuntimeAbi.REACQUISITION, why, RuntimeAbi.RELEASED, false); // nothing
  }
}
