package dev.respool.compiler.plan;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.objectweb.asm.Opcodes;

/**
 * Gives the values that live at one suspension point their cells: locals first, by slot, then
 * operands, bottom first.
 */
final class SavedValues {
  private int refs;
  private int prims;

  List<SavedValue> locals(List<Object> types, BitSet live) {
    List<SavedValue> saved = new ArrayList<>();
    for (int slot = live.nextSetBit(0); slot >= 0; slot = live.nextSetBit(slot + 1)) {
      Object type = slot < types.size() ? types.get(slot) : Opcodes.TOP;
      if (type != Opcodes.TOP) {
        saved.add(saved(slot, type));
      }
    }
    return saved;
  }

  List<SavedValue> stack(List<Object> types) {
    List<SavedValue> saved = new ArrayList<>();
    for (Object type : types) {
      saved.add(saved(saved.size(), type));
    }
    return saved;
  }

  private SavedValue saved(int position, Object type) {
    return new SavedValue(position, type, type == Opcodes.NULL ? null : nextCell(type));
  }

  private Cell nextCell(Object type) {
    return ValueKind.of(type) == ValueKind.REF ? new Cell(true, refs++) : new Cell(false, prims++);
  }
}
