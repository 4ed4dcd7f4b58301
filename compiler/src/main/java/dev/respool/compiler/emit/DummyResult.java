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

  /** {@code return (R) Trampoline.dummy();}, which is a result if there was a refusal. */
  void returnDummyUnlessRefused() {
    switch (type.getSort()) {
      case Type.VOID -> {
        leave("dummy", RuntimeAbi.DUMMY); // object
        code.pop();
        code.returnVoid();
      }
      case Type.OBJECT, Type.ARRAY -> {
        leave("dummy", RuntimeAbi.DUMMY); // object
        code.cast(type.getInternalName()); // result
        code.returnValue(ValueKind.REF);
      }
      default -> {
        leave("dummyBits", RuntimeAbi.DUMMY_BITS); // bits
        code.narrow(ValueKind.of(type)); // result
        code.returnValue(ValueKind.of(type));
      }
    }
  }

  /** nothing -> dummy. */
  private void leave(String method, String descriptor) {
    code.invokeStatic(RuntimeAbi.TRAMPOLINE, method, descriptor, false);
  }
}
