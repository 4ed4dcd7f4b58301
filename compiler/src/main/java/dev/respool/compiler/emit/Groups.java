package dev.respool.compiler.emit;

import dev.respool.compiler.plan.HeldMonitor;
import dev.respool.compiler.plan.MethodPlan;
import dev.respool.compiler.plan.SavedValue;
import dev.respool.compiler.plan.StackMap;
import dev.respool.compiler.plan.SuspensionPoint;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/**
 * Suspension points that can share code, because the same values live in the same places there.
 * Most points of a large method have such company: sharing keeps the method below the size (8,000
 * bytes) above which HotSpot does not compile it.
 */
final class Groups {
  private Groups() {}

  private record Restored(
      List<SavedValue> locals,
      List<Object> types,
      List<TryCatchBlockNode> handlers,
      List<HeldMonitor> monitors) {
    static Restored at(SuspensionPoint point) {
      return new Restored(
          point.locals(), point.liveTypes().locals(), point.handlers(), point.monitors());
    }

    /** By hand, as in {@code MethodKey}. */
    @Override
    public boolean equals(Object other) {
      return other instanceof Restored restored
          && locals.equals(restored.locals)
          && types.equals(restored.types)
          && handlers.equals(restored.handlers)
          && monitors.equals(restored.monitors);
    }

    @Override
    public int hashCode() {
      return 31 * locals.hashCode() + types.hashCode();
    }
  }

  private record Landed(List<SavedValue> operands, Type result) {
    static Landed at(SuspensionPoint point) {
      return new Landed(point.stack(), point.resultType());
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Landed landed
          && operands.equals(landed.operands)
          && result.equals(landed.result);
    }

    @Override
    public int hashCode() {
      return 31 * operands.hashCode() + result.hashCode();
    }
  }

  private record Saved(
      List<SavedValue> locals, List<SavedValue> operands, List<HeldMonitor> monitors) {
    static Saved at(SuspensionPoint point) {
      return new Saved(erased(point.locals()), erased(point.stack()), point.monitors());
    }

    private static List<SavedValue> erased(List<SavedValue> values) {
      List<SavedValue> erased = new ArrayList<>(values.size());
      for (SavedValue value : values) {
        erased.add(new SavedValue(value.position(), value.kind().erasure(), value.cell()));
      }
      return erased;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Saved saved
          && locals.equals(saved.locals)
          && operands.equals(saved.operands)
          && monitors.equals(saved.monitors);
    }

    @Override
    public int hashCode() {
      return 31 * locals.hashCode() + operands.hashCode();
    }

    /** What the stack map declares when the number of the point lies on the operands. */
    StackMap types() {
      List<Object> stack = new ArrayList<>();
      for (SavedValue operand : operands) {
        stack.add(operand.type());
      }
      stack.add(Opcodes.INTEGER);
      return Groups.types(locals, stack);
    }
  }

  /** The stack map where only the given locals have values. */
  static StackMap types(List<SavedValue> locals, List<Object> stack) {
    List<Object> slots = new ArrayList<>();
    for (SavedValue local : locals) {
      slots.addAll(Collections.nCopies(local.position() - slots.size(), Opcodes.TOP));
      slots.add(local.type());
      slots.addAll(Collections.nCopies(local.kind().size() - 1, Opcodes.TOP));
    }
    return new StackMap(slots, stack);
  }

  /**
   * Those that save values of the same kinds from the same places in the same cells, and give up
   * the same monitors.
   */
  static Collection<List<SuspensionPoint>> ofSaved(MethodPlan plan) {
    return by(Saved::at, plan);
  }

  /** Those that restore the same locals and monitors and have the same handlers. */
  static Collection<List<SuspensionPoint>> ofRestored(MethodPlan plan) {
    return by(Restored::at, plan);
  }

  /** Code that debuggers are to see as part of one line is shared by nobody. */
  private static Collection<List<SuspensionPoint>> by(
      Function<SuspensionPoint, Object> key, MethodPlan plan) {
    return by(plan.debuggable() ? SuspensionPoint::number : key, plan.points());
  }

  /** Those that have the same operands and a result of the same type. */
  static Collection<List<SuspensionPoint>> ofLanded(List<SuspensionPoint> points) {
    return by(Landed::at, points);
  }

  private static Collection<List<SuspensionPoint>> by(
      Function<SuspensionPoint, Object> key, List<SuspensionPoint> points) {
    Map<Object, List<SuspensionPoint>> groups = new LinkedHashMap<>();
    for (SuspensionPoint point : points) {
      groups.computeIfAbsent(key.apply(point), k -> new ArrayList<>()).add(point);
    }
    return groups.values();
  }

  /**
   * operands, dummy -> operands, number of the point; from the labels of the points of a group to
   * one place.
   */
  static void join(
      List<SuspensionPoint> group,
      Code code,
      Body body,
      IntFunction<LabelNode> labels,
      Function<SuspensionPoint, StackMap> types) {
    LabelNode joined = new LabelNode();
    SuspensionPoint last = group.get(group.size() - 1);
    for (SuspensionPoint point : group) {
      if (body.isDebuggable()) {
        SilentLine.write(code, body, point.line());
      }
      code.add(labels.apply(point.number()));
      body.frame(types.apply(point)); // operands, dummy
      if (!body.isDebuggable()) {
        code.line(point.line());
      }
      code.pop(point.resultType()); // operands
      code.constant(point.number()); // operands, number
      if (point != last) {
        code.goTo(joined);
      }
    }
    if (group.size() > 1) {
      code.add(joined);
      body.frame(Saved.at(last).types()); // operands, number
    }
  }
}
