package dev.respool.compiler.emit;

import dev.respool.compiler.plan.Cell;
import dev.respool.compiler.plan.FrameLayout;
import dev.respool.compiler.plan.SavedValue;
import dev.respool.compiler.plan.SuspensionPoint;
import dev.respool.compiler.plan.ValueKind;
import java.util.List;

/**
 * Writes the way from locals and operands into a frame; {@link Restore} is the way back, driven by
 * the same plan.
 */
final class Spill {
  private final Code code;
  private final FrameLayout layout;

  Spill(Code code, FrameLayout layout) {
    this.code = code;
    this.layout = layout;
  }

  /** operands, point -> nothing; puts the operands and the given locals into the frame. */
  void fill(SuspensionPoint point, List<SavedValue> locals, int frameSlot, int shift) {
    code.load(ValueKind.REF, frameSlot); // operands, point, frame
    code.swap(); // operands, frame, point
    code.putField(RuntimeAbi.FRAME, "point", "I"); // operands
    operands(point, frameSlot); // nothing
    locals(locals, frameSlot, shift);
    clear(point.refs(), frameSlot);
  }

  /** {@code frame.cell = operand} for each operand, from the top of the stack down. */
  private void operands(SuspensionPoint point, int frameSlot) {
    for (int i = point.stack().size() - 1; i >= 0; i--) {
      SavedValue value = point.stack().get(i);
      if (value.cell() == null) {
        code.pop();
      } else if (value.kind() == ValueKind.REF) {
        code.load(ValueKind.REF, frameSlot); // …, operand, frame
        code.swap(); // …, frame, operand
        code.putCell(layout, value.cell()); // …
      } else {
        primitive(value, frameSlot); // …
      }
    }
  }

  private void primitive(SavedValue value, int frameSlot) {
    if (value.cell().sort() == Cell.Sort.GAP) {
      code.toInt(value.kind()); // …, int
      code.load(ValueKind.REF, frameSlot); // …, int, frame
      code.swap(); // …, frame, int
    } else {
      code.widen(value.kind()); // …, bits
      code.load(ValueKind.REF, frameSlot); // …, bits, frame
      code.swapBelowLong(); // …, frame, bits
    }
    code.putCell(layout, value.cell()); // …
  }

  /** {@code frame.cell = local} for each local that has a cell. */
  void locals(List<SavedValue> locals, int frameSlot, int shift) {
    for (SavedValue value : locals) {
      if (value.cell() != null && value.cell().sort() != Cell.Sort.HIGH) {
        code.load(ValueKind.REF, frameSlot); // frame
        load(value, shift); // frame, content
        if (value.cell().sort() == Cell.Sort.LOW) {
          upperHalf(locals, value.cell().index(), shift); // frame, content
        }
        code.putCell(layout, value.cell());
      }
    }
  }

  private void load(SavedValue value, int shift) {
    code.load(value.kind(), value.position() + shift); // local
    if (value.cell().sort() == Cell.Sort.GAP) {
      code.toInt(value.kind()); // int
    } else if (value.kind() != ValueKind.REF) {
      code.widen(value.kind()); // bits
    }
  }

  /** Adds the local that shares a cell with the one that was loaded, if there is one. */
  private void upperHalf(List<SavedValue> locals, int index, int shift) {
    for (SavedValue value : locals) {
      if (new Cell(Cell.Sort.HIGH, index).equals(value.cell())) {
        load(value, shift); // lower, upper
        code.joinHalves(); // bits
      }
    }
  }

  /**
   * {@code frame.cell = null} for each reference cell that is not among the first ones, which are
   * in use, so that nothing dead is kept alive.
   */
  void clear(int refs, int frameSlot) {
    for (int i = refs; i < layout.refs(); i++) {
      code.load(ValueKind.REF, frameSlot); // frame
      code.zero(ValueKind.REF); // frame, null
      code.putCell(layout, new Cell(Cell.Sort.REFERENCE, i));
    }
  }
}
