package dev.respool.compiler.plan;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Opcodes;

/**
 * Gives the values that live at one suspension point their cells: locals first, by slot, then
 * operands, bottom first. The first value of 32 bits goes into the gap, if there is one; two locals
 * of 32 bits share a primitive cell. Where all locals of the {@link Core} live they come before the
 * others, so that they have the same cells there.
 */
final class SavedValues {
  private int refs;
  private int prims;
  private int halfFull = -1; // index of a cell with room for one more value of 32 bits
  private final Core core;
  private boolean gap;

  SavedValues(boolean gap, Core core) {
    this.gap = gap;
    this.core = core;
  }

  List<SavedValue> locals(List<Object> types, BitSet live) {
    Map<Integer, Object> locals = Core.saved(types, live);
    List<SavedValue> saved = new ArrayList<>();
    if (core.isIn(locals)) {
      core.locals().forEach((slot, type) -> saved.add(local(slot, type)));
      locals.keySet().removeAll(core.locals().keySet());
    }
    locals.forEach((slot, type) -> saved.add(local(slot, type)));
    saved.sort(Comparator.comparingInt(SavedValue::position));
    return saved;
  }

  private SavedValue local(int slot, Object type) {
    return new SavedValue(slot, type, localCell(type));
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
