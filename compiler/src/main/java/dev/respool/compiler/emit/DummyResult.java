package dev.respool.compiler.emit;

import dev.respool.compiler.plan.ValueKind;
import org.objectweb.asm.Type;

/** What a method returns while its frames are unwound, and the result of a refused unwinding. */
final class DummyResult {
  private final Code code;
  private final Type type;

  DummyResult(Code code, Type type) {
    this.code = code;
    this.type = type;
  }

  /** {@code return 0;} */
  void returnDummy() {
    if (type.getSort() == Type.VOID) {
      code.returnVoid();
    } else {
      code.zero(ValueKind.of(type)); // dummy
      code.returnValue(ValueKind.of(type));
    }
  }

  /** {@code return (R) Trampoline.refuse(carrier);} */
  void returnRefused(int carrierSlot) {
    code.load(ValueKind.REF, carrierSlot); // carrier
    code.invokeStatic(RuntimeAbi.TRAMPOLINE, "refuse", RuntimeAbi.REFUSE, false); // object
    if (type.getSort() == Type.VOID) {
      code.pop();
      code.returnVoid();
      return;
    }
    ValueKind kind = ValueKind.of(type);
    if (kind == ValueKind.REF) {
      code.cast(type.getInternalName()); // result
    } else {
      code.pop();
      code.load(ValueKind.REF, carrierSlot); // carrier
      code.getField(RuntimeAbi.CARRIER, "prim", "J"); // bits
      code.narrow(kind); // result
    }
    code.returnValue(kind);
  }
}
