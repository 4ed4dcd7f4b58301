package dev.respool.compiler.emit;

import dev.respool.compiler.plan.Call;
import dev.respool.compiler.plan.MethodPlan;
import dev.respool.compiler.plan.SuspensionPoint;
import dev.respool.compiler.plan.ValueKind;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;

/**
 * Writes the call of a suspension point, with what the callee is to know of its caller:
 *
 * <pre>
 *   Carrier.call(receiver, carrier, entry, POINT); receiver.callee(…)  // with a receiver
 *   Carrier.callBound(carrier, entry, POINT); callee(…)                // static
 *   callee(…)                                                         // a constructor
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
    } else if (point.call() instanceof Call.Leaf leaf) {
      variant(body.mayBeDormant() ? leaf.first() : leaf.again()); // …, result
    } else {
      if (point.tells()) {
        tell(point); // …
      }
      code.add(call); // …, result
    }
  }

  private void tell(SuspensionPoint point) {
    if (point.isStatic()) {
      tell(point, "callBound", RuntimeAbi.CALL_BOUND); // …
    } else if (point.receiver() >= 0) {
      code.load(ValueKind.REF, point.receiver() + body.shift()); // …, receiver
      tell(point, "call", RuntimeAbi.CALL); // …
    } else {
      withReceiver(point.callee().descriptor(), point); // …
    }
  }

  private void variant(Call.Variant variant) {
    body.loadCarrier(); // …, carrier
    code.invokeBound(variant);
  }

  private void withReceiver(String descriptor, SuspensionPoint point) {
    int slots = argumentSlots(descriptor);
    Temporaries arguments = new Temporaries(code, maxLocals, descriptor);
    if (slots <= FEW_SLOTS) {
      code.copyReceiver(slots); // receiver, arguments, receiver
      tell(point, "call", RuntimeAbi.CALL); // receiver, arguments
    } else {
      arguments.store(); // receiver
      code.dup(); // receiver, receiver
      tell(point, "call", RuntimeAbi.CALL); // receiver
      arguments.load(); // receiver, arguments
    }
  }

  /** The receiver, if it is told, is on the stack. */
  private void tell(SuspensionPoint point, String teller, String type) {
    body.loadCarrier(); // …, carrier
    body.loadEntry(); // …, carrier, entry
    code.constant(point.number()); // …, carrier, entry, point
    code.invokeStatic(RuntimeAbi.CARRIER, teller, type, false); // …
  }

  private static int argumentSlots(String descriptor) {
    return (Type.getArgumentsAndReturnSizes(descriptor) >> 2) - 1;
  }

  /** The slots that the arguments need that have to wait. */
  static int temporaries(MethodPlan plan) {
    int most = 0;
    for (SuspensionPoint point : plan.points()) {
      if (point.tells()) {
        most = Math.max(most, argumentSlots(point.callee().descriptor()));
      }
    }
    return most;
  }
}
