package dev.respool.compiler.emit;

import dev.respool.compiler.plan.SavedValue;
import dev.respool.compiler.plan.StackMap;
import dev.respool.compiler.plan.SuspensionPoint;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.TryCatchBlockNode;

/**
 * Suspension points that can share code, because the same values live in the same places there.
 * Most points of a large method have such company: sharing keeps the method below the size (8,000
 * bytes) above which HotSpot does not compile it.
 */
final class Groups {
  private Groups() {}

  private record Saved(List<SavedValue> locals, List<SavedValue> operands, List<Object> types) {
    static Saved at(SuspensionPoint point) {
      return new Saved(point.locals(), point.stack(), point.liveTypes().locals());
    }
  }

  private record SavedInTry(Saved saved, List<TryCatchBlockNode> handlers) {
    static SavedInTry at(SuspensionPoint point) {
      return new SavedInTry(Saved.at(point), point.handlers());
    }
  }

  /** Those that save the same. */
  static Collection<List<SuspensionPoint>> ofSaved(List<SuspensionPoint> points) {
    return by(Saved::at, points);
  }

  /** Those that restore the same and have the same handlers. */
  static Collection<List<SuspensionPoint>> ofRestored(List<SuspensionPoint> points) {
    return by(SavedInTry::at, points);
  }

  private static Collection<List<SuspensionPoint>> by(
      Function<SuspensionPoint, Object> key, List<SuspensionPoint> points) {
    Map<Object, List<SuspensionPoint>> groups = new LinkedHashMap<>();
    for (SuspensionPoint point : points) {
      groups.computeIfAbsent(key.apply(point), k -> new ArrayList<>()).add(point);
    }
    return groups.values();
  }

  /** The types where the code of a group begins: what is saved, and the number of the point. */
  static StackMap typesWithNumber(SuspensionPoint point) {
    List<Object> stack = operandTypes(point);
    stack.add(Opcodes.INTEGER);
    return new StackMap(point.liveTypes().locals(), stack);
  }

  /** The types of the operands below the result. */
  static List<Object> operandTypes(SuspensionPoint point) {
    List<Object> stack = point.liveTypes().stack();
    return new ArrayList<>(stack.subList(0, point.stack().size()));
  }
}
