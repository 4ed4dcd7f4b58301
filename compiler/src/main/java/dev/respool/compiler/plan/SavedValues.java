package dev.respool.compiler.plan;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.objectweb.asm.Opcodes;

/**
 * Gives the values that live at one suspension point their cells: locals first, by slot, then
 * operands, bottom first. The first value of 32 bits goes into the gap, if there is one; two locals
 * of 32 bits share a primitive cell.
 */
final class SavedValues {
  private int refs;
  private int prims;
  private int halfFull = -1; // index of a cell with room for one more value of 32 bits
  private boolean gap;

  SavedValues(boolean gap) {
    this.gap = gap;
  }

  List<SavedValue> locals(List<Object> types, BitSet live) {
    List<SavedValue> saved = new ArrayList<>();
    for (int slot = live.nextSetBit(0); slot >= 0; slot = live.nextSetBit(slot + 1)) {
      Object type = slot < types.size() ? types.get(slot) : Opcodes.TOP;
      if (type != Opcodes.TOP) {
        saved.add(new SavedValue(slot, type, localCell(type)));
      }
    }
    return saved;
  }

  List<SavedValue> stack(List<Object> types) {
    List<SavedValue> saved = new ArrayList<>();
    for (Object type : types) {
      saved.add(new SavedValue(saved.size(), type, nextCell(type)));
    }
    return saved;
  }

  private Cell localCell(Object type) {
    if (gap || !is32Bits(type)) {
      return nextCell(type);
    }
    if (halfFull < 0) {
      halfFull = prims++;
      return new Cell(Cell.Sort.LOW, halfFull);
    }
    Cell upper = new Cell(Cell.Sort.HIGH, halfFull);
    halfFull = -1;
    return upper;
  }

  private Cell nextCell(Object type) {
    if (type == Opcodes.NULL) {
      return null;
    }
    if (gap && is32Bits(type)) {
      gap = false;
      return new Cell(Cell.Sort.GAP, 0);
    }
    return ValueKind.of(type) == ValueKind.REF
        ? new Cell(Cell.Sort.REFERENCE, refs++)
        : new Cell(Cell.Sort.PRIMITIVE, prims++);
  }

  private static boolean is32Bits(Object type) {
    return type == Opcodes.INTEGER || type == Opcodes.FLOAT;
  }
}
