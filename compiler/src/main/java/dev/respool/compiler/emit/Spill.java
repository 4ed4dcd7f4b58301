package dev.respool.compiler.emit;

import dev.respool.compiler.plan.Cell;
import dev.respool.compiler.plan.FrameLayout;
import dev.respool.compiler.plan.SavedValue;
import dev.respool.compiler.plan.SuspensionPoint;
import dev.respool.compiler.plan.ValueKind;

/**
 * Writes the way from locals and operands into a frame; {@link Restore} is the way back, driven by
 * the same plan.
 */
final class Spill {
  private final Code code;
  private final FrameLayout layout;
  private final boolean intoNewFrame;

  /**
   * A new frame is filled; in one that was filled before, references change only if they differ.
   */
  Spill(Code code, FrameLayout layout, boolean intoNewFrame) {
    this.code = code;
    this.layout = layout;
    this.intoNewFrame = intoNewFrame;
  }

  private void put(Cell cell) {
    if (intoNewFrame) {
      code.putCell(layout, cell);
    } else {
      code.changeCell(layout, cell);
    }
  }

  /** {@code frame.cell = operand} for each operand, from the top of the stack down. */
  void operands(SuspensionPoint point, int frameSlot) {
    for (int i = point.stack().size() - 1; i >= 0; i--) {
      SavedValue value = point.stack().get(i);
      if (value.cell() == null) {
        code.pop();
      } else if (value.kind() == ValueKind.REF) {
        code.load(ValueKind.REF, frameSlot); // …, operand, frame
        code.swap(); // …, frame, operand
        put(value.cell()); // …
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
    put(value.cell()); // …
  }

  /** {@code frame.cell = local} for each live local. */
  void locals(SuspensionPoint point, int frameSlot, int shift) {
    for (SavedValue value : point.locals()) {
      if (value.cell() != null && value.cell().sort() != Cell.Sort.HIGH) {
        code.load(ValueKind.REF, frameSlot); // frame
        load(value, shift); // frame, content
        if (value.cell().sort() == Cell.Sort.LOW) {
          upperHalf(point, value.cell().index(), shift); // frame, content
        }
        put(value.cell());
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
  private void upperHalf(SuspensionPoint point, int index, int shift) {
    for (SavedValue value : point.locals()) {
      if (new Cell(Cell.Sort.HIGH, index).equals(value.cell())) {
        load(value, shift); // lower, upper
        code.joinHalves(); // bits
      }
    }
  }

  /**
   * {@code frame.cell = null} for each reference cell that is not in use at this point, so that
   * nothing dead is kept alive.
   */
  void clear(SuspensionPoint point, int frameSlot) {
    for (int i = point.refs(); i < layout.refs(); i++) {
      code.load(ValueKind.REF, frameSlot); // frame
      code.zero(ValueKind.REF); // frame, null
      put(new Cell(Cell.Sort.REFERENCE, i));
    }
  }
}
