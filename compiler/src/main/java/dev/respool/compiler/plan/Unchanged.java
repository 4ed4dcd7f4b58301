package dev.respool.compiler.plan;

import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Finds the locals that need not be saved again: the resume method has them from the frame and does
 * not assign them. Where such a local lives, it lived at the point before too; so its cell holds it
 * still, provided that it is the same cell at all points.
 */
final class Unchanged {
  private Unchanged() {}

  static List<SavedValue> locals(
      MethodNode method, BitSet resumeCode, List<SuspensionPoint> points) {
    BitSet assigned = assigned(method, resumeCode);
    Set<SavedValue> saved = new LinkedHashSet<>();
    points.forEach(point -> saved.addAll(point.locals()));
    BitSet moving = moving(saved);
    return saved.stream()
        .filter(local -> hasOwnCell(local) && !isAssigned(local, assigned))
        .filter(local -> !moving.get(local.position()))
        .toList();
  }

  private static boolean hasOwnCell(SavedValue local) {
    return local.cell() != null
        && local.cell().sort() != Cell.Sort.LOW
        && local.cell().sort() != Cell.Sort.HIGH;
  }

  private static boolean isAssigned(SavedValue local, BitSet assigned) {
    int slot = local.position();
    return !assigned.get(slot, slot + local.kind().size()).isEmpty();
  }

  /** The slots that are not in the same cell at all points. */
  private static BitSet moving(Set<SavedValue> saved) {
    Map<Integer, Cell> cells = new HashMap<>();
    BitSet moving = new BitSet();
    for (SavedValue local : saved) {
      int slot = local.position();
      boolean first = !cells.containsKey(slot);
      Cell before = cells.put(slot, local.cell());
      if (!first && !Objects.equals(before, local.cell())) {
        moving.set(slot);
      }
    }
    return moving;
  }

  private static BitSet assigned(MethodNode method, BitSet resumeCode) {
    BitSet slots = new BitSet();
    for (int i = resumeCode.nextSetBit(0); i >= 0; i = resumeCode.nextSetBit(i + 1)) {
      AbstractInsnNode insn = method.instructions.get(i);
      if (insn instanceof IincInsnNode increment) {
        slots.set(increment.var);
      } else if (insn instanceof VarInsnNode access && access.getOpcode() >= Opcodes.ISTORE) {
        boolean twoSlots =
            access.getOpcode() == Opcodes.LSTORE || access.getOpcode() == Opcodes.DSTORE;
        slots.set(access.var, access.var + (twoSlots ? 2 : 1));
      }
    }
    return slots;
  }
}
