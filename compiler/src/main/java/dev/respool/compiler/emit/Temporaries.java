package dev.respool.compiler.emit;

import dev.respool.compiler.plan.ValueKind;
import org.objectweb.asm.Type;

/**
 * Locals above all others in which the arguments of one call wait while something is done below.
 */
final class Temporaries {
  private final Code code;
  private final Type[] types;
  private final int[] slots;

  /** For the arguments of a descriptor. */
  Temporaries(Code code, int maxLocals, String descriptor) {
    this.code = code;
    this.types = Type.getArgumentTypes(descriptor);
    this.slots = new int[types.length];
    int next = Locals.temporaries(maxLocals);
    for (int i = 0; i < types.length; i++) {
      slots[i] = next;
      next += types[i].getSize();
    }
  }

  /** From the stack. */
  void store() {
    for (int i = types.length - 1; i >= 0; i--) {
      code.store(ValueKind.of(types[i]), slots[i]);
    }
  }

  /** Back onto it. */
  void load() {
    for (int i = 0; i < types.length; i++) {
      code.load(ValueKind.of(types[i]), slots[i]);
    }
  }
}
