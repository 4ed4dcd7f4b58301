package dev.respool.compiler.emit;

import dev.respool.compiler.plan.MethodPlan;
import dev.respool.compiler.plan.StackMap;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Opcodes;

/**
 * Where the two bodies keep their own locals. The fast path has them behind the original's, because
 * its parameters come first: carrier, entry (two slots: the number of the method, and the token),
 * frame. A variant's parameter for the carrier may take the first slot behind the original's; its
 * own copy follows. The resume method has its parameters in front, carrier, frame and value, and
 * its entry behind the original's locals. Temporaries follow in both.
 */
final class Locals {
  /** How many locals of its own the resume method has. */
  static final int OWN = 3;

  /** Behind the carrier in the fast path. */
  static final int FAST_ENTRY = 1;

  /** Behind the carrier in the fast path. */
  static final int FAST_FRAME = 3;

  private static final int MOST_OWN = 5;

  /** In the resume method. */
  static final int CARRIER = 0;

  /** In the resume method. */
  static final int FRAME = 1;

  /** In the resume method. */
  static final int VALUE = 2;

  private Locals() {}

  /** Where the resume method keeps its entry. */
  static int resumedEntry(int maxLocals) {
    return OWN + maxLocals;
  }

  /** Where the fast path keeps the carrier. */
  static int fastCarrier(MethodPlan plan, int maxLocals) {
    return plan.hasVariant() ? maxLocals + 1 : maxLocals;
  }

  /** The first slot that neither the original nor the body uses. */
  static int temporaries(int maxLocals) {
    return maxLocals + MOST_OWN;
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
