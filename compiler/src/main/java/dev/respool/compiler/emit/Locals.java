package dev.respool.compiler.emit;

import dev.respool.compiler.plan.StackMap;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Opcodes;

/**
 * Where the two bodies keep their own locals. The fast path has them behind the original's, because
 * its parameters come first: carrier, token, frame. The resume method has them in front, as its
 * parameters: carrier, frame, value. Temporaries follow in both.
 */
final class Locals {
  /** How many locals of its own a body has. */
  static final int OWN = 3;

  /** In the resume method. */
  static final int CARRIER = 0;

  /** In the resume method. */
  static final int FRAME = 1;

  /** In the resume method. */
  static final int VALUE = 2;

  private Locals() {}

  /** The first slot that neither the original nor the body uses. */
  static int temporaries(int maxLocals) {
    return maxLocals + OWN;
  }

  /**
   * The types of locals with one entry a value, filled up to {@code size} slots if that is
   * positive.
   */
  static List<Object> entries(StackMap types, int size) {
    List<Object> entries = new ArrayList<>();
    List<Object> slots = types.locals();
    for (int slot = 0; slot < Math.max(size, slots.size()); slot++) {
      Object type = slot < slots.size() ? slots.get(slot) : Opcodes.TOP;
      entries.add(type);
      if (type == Opcodes.LONG || type == Opcodes.DOUBLE) {
        slot++;
      }
    }
    return entries;
  }
}
