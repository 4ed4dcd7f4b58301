package dev.respool.compiler.emit;

import dev.respool.compiler.plan.ValueKind;
import org.objectweb.asm.Type;

/**
 * How a method returns while its frames are unwound: with a dummy value, or with its result if its
 * caller cannot be captured, so that the unwinding has ended.
 */
final class WayOut {
  private final Code code;
  private final Type type;

  WayOut(Code code, Type type) {
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

  /** frame, carrier, entry: {@code return (R) Trampoline.capture(frame, carrier, entry);}. */
  void capture() {
    returnWhat("capture", RuntimeAbi.CAPTURE);
  }

  /** carrier, entry: {@code return (R) Trampoline.leave(carrier, entry);}. */
  void leave() {
    returnWhat("leave", RuntimeAbi.LEAVE);
  }

  private void returnWhat(String way, String descriptor) {
    switch (type.getSort()) {
      case Type.VOID -> {
        call(way, descriptor); // object
        code.pop();
        code.returnVoid();
      }
      case Type.OBJECT, Type.ARRAY -> {
        call(way, descriptor); // object
        code.cast(type.getInternalName()); // result
        code.returnValue(ValueKind.REF);
      }
      default -> {
        call(way + "Bits", RuntimeAbi.bits(descriptor)); // bits
        code.narrow(ValueKind.of(type)); // result
        code.returnValue(ValueKind.of(type));
      }
    }
  }

  private void call(String method, String descriptor) {
    code.invokeStatic(RuntimeAbi.TRAMPOLINE, method, descriptor, false);
  }
}
