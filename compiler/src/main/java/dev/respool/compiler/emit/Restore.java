package dev.respool.compiler.emit;

import dev.respool.compiler.plan.Cell;
import dev.respool.compiler.plan.FrameLayout;
import dev.respool.compiler.plan.SavedValue;
import dev.respool.compiler.plan.SuspensionPoint;
import dev.respool.compiler.plan.ValueKind;
import java.util.List;
import org.objectweb.asm.Type;

/** Writes the way from a frame back into the locals and onto the stack of the resume method. */
final class Restore {
  private final Code code;
  private final FrameLayout layout;

  Restore(Code code, FrameLayout layout) {
    this.code = code;
    this.layout = layout;
  }

  /** {@code local = frame.cell} for each of the locals. */
  void locals(List<SavedValue> locals) {
    for (SavedValue value : locals) {
      load(value); // local
      code.store(value.kind(), value.position() + Locals.OWN);
    }
  }

  /** Pushes the operands that stood below the call's result. */
  void operands(SuspensionPoint point) {
    point.stack().forEach(this::load);
  }

  /** Pushes what the frame has of a local, as a reference of the given type. */
  void push(SavedValue local, String type) {
    load(new SavedValue(local.position(), type, local.cell())); // reference
  }

  private void load(SavedValue value) {
    if (value.cell() == null) {
      code.zero(ValueKind.REF); // null
      return;
    }
    code.load(ValueKind.REF, Locals.FRAME); // frame
    code.getCell(layout, value.cell()); // content
    if (value.kind() == ValueKind.REF) {
      code.cast((String) value.type()); // value
    } else if (value.cell().sort() == Cell.Sort.GAP) {
      code.fromInt(value.kind()); // value
    } else {
      if (value.cell().sort() == Cell.Sort.HIGH) {
        code.upperHalf(); // bits
      }
      code.narrow(value.kind()); // value
    }
  }

  /** Pushes what the pending call returns, as a type that may be named. */
  void result(SuspensionPoint point) {
    Type type = point.resultType();
    if (type.getSort() == Type.VOID) {
      return;
    }
    ValueKind kind = ValueKind.of(type);
    if (kind == ValueKind.REF) {
      code.load(ValueKind.REF, Locals.VALUE); // object
      List<Object> types = point.liveTypes().stack();
      code.cast((String) types.get(types.size() - 1)); // result
    } else {
      code.load(ValueKind.REF, Locals.CARRIER); // carrier
      code.getField(RuntimeAbi.CARRIER, "prim", "J"); // bits
      code.narrow(kind); // result
    }
  }
}
