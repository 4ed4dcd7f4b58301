package dev.respool.compiler.emit;

import dev.respool.compiler.plan.Call;
import dev.respool.compiler.plan.MethodPlan;
import dev.respool.compiler.plan.SuspensionPoint;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;

/**
 * Writes the call of a suspension point, with what the callee is to know of its caller:
 *
 * <pre>
 *   carrier.token = TOKEN; callee(…)                                  // bound, static or super
 *   Carrier.callBound(receiver, carrier, TOKEN); receiver.callee(…)   // bound, and may fail
 *   Carrier.call(receiver, carrier, TOKEN); receiver.callee(…)        // dispatched
 *   callee(…, carrier)                                                // a variant
 * </pre>
 */
final class CallWriter {
  /** The receiver is copied from below so many slots of arguments without locals. */
  private static final int FEW_SLOTS = 2;

  private final Code code;
  private final Body body;
  private final int maxLocals;

  CallWriter(Code code, Body body, int maxLocals) {
    this.code = code;
    this.body = body;
    this.maxLocals = maxLocals;
  }

  void emit(SuspensionPoint point, AbstractInsnNode call) {
    if (point.call() instanceof Call.Variant variant) {
      variant(variant); // …, result
      return;
    }
    String descriptor = point.callee().descriptor();
    if (!(point.call() instanceof Call.Bound bound)) {
      withReceiver(descriptor, "call", ((Call.Dispatched) point.call()).token()); // …
    } else if (mayLackReceiver(call)) {
      withReceiver(descriptor, "callBound", bound.token()); // …
    } else {
      body.loadCarrier(); // …, carrier
      code.constant((long) bound.token() << 32); // …, carrier, token
      code.putField(RuntimeAbi.CARRIER, "token", "J"); // …
    }
    code.add(call); // …, result
  }

  private static boolean mayLackReceiver(AbstractInsnNode call) {
    return call.getOpcode() == Opcodes.INVOKEVIRTUAL || call.getOpcode() == Opcodes.INVOKEINTERFACE;
  }

  private void variant(Call.Variant variant) {
    body.loadCarrier(); // …, carrier
    code.invokeBound(variant);
  }

  private void withReceiver(String descriptor, String teller, int token) {
    int slots = argumentSlots(descriptor);
    Temporaries arguments = new Temporaries(code, maxLocals, descriptor);
    if (slots <= FEW_SLOTS) {
      code.copyReceiver(slots); // receiver, arguments, receiver
      tell(teller, token); // receiver, arguments
    } else {
      arguments.store(); // receiver
      code.dup(); // receiver, receiver
      tell(teller, token); // receiver
      arguments.load(); // receiver, arguments
    }
  }

  private void tell(String teller, int token) {
    body.loadCarrier(); // …, receiver, carrier
    code.constant(token); // …, receiver, carrier, token
    code.invokeStatic(RuntimeAbi.CARRIER, teller, RuntimeAbi.CALL, false); // …
  }

  private static int argumentSlots(String descriptor) {
    return (Type.getArgumentsAndReturnSizes(descriptor) >> 2) - 1;
  }

  /** The slots that the arguments need that have to wait. */
  static int temporaries(MethodPlan plan) {
    int most = 0;
    for (SuspensionPoint point : plan.points()) {
      if (!(point.call() instanceof Call.Variant)) {
        most = Math.max(most, argumentSlots(point.callee().descriptor()));
      }
    }
    return most;
  }
}
