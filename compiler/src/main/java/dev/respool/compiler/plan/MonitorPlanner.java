package dev.respool.compiler.plan;

import dev.respool.compiler.analysis.ControlFlow;
import dev.respool.compiler.analysis.HeldMonitors;
import dev.respool.compiler.analysis.HeldMonitors.Monitor;
import dev.respool.compiler.analysis.TypeState;
import dev.respool.compiler.analysis.TypeStates;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/** Decides which monitors of a method are given up while it is suspended. */
final class MonitorPlanner {
  private final MethodNode method;
  private final HeldMonitors held;
  private final Monitors choice;

  MonitorPlanner(MethodNode method, ControlFlow flow, Monitors choice) {
    this.method = method;
    this.held = new HeldMonitors(method, flow);
    this.choice = choice;
  }

  /** Whether a synchronized method gives up its monitor: the object must be found again. */
  static boolean canReleaseOwn(MethodNode method, Monitors choice) {
    return choice == Monitors.RELEASE && (isStatic(method) || !assigns(method, 0));
  }

  private static boolean assigns(MethodNode method, int slot) {
    for (AbstractInsnNode insn : method.instructions) {
      if (insn instanceof VarInsnNode access
          && access.getOpcode() >= Opcodes.ISTORE
          && access.getOpcode() <= Opcodes.ASTORE
          && access.var == slot) {
        return true;
      }
    }
    return false;
  }

  /** Whether the call must not suspend, because it holds what cannot be given up. */
  boolean forbids(MethodInsnNode call, TypeStates types) {
    List<HeldMonitor> monitors = heldAt(call);
    return !monitors.isEmpty()
        && (choice == Monitors.REFUSE
            || !held.areStructured()
            || !monitors.stream().allMatch(monitor -> canReenter(monitor, types)));
  }

  /** The frame that re-enters has nothing but the object to put on the stack. */
  private static boolean canReenter(HeldMonitor monitor, TypeStates types) {
    TypeState before = types.before(monitor.enter());
    return monitor.local() >= 0
        && before != null
        && before.stack().size() == 1
        && before.stack().get(0) instanceof String;
  }

  /** Those that a call holds, outermost first. */
  List<HeldMonitor> heldAt(MethodInsnNode call) {
    return held.before(method.instructions.indexOf(call)).stream()
        .map(monitor -> new HeldMonitor(monitor.enter(), monitor.local()))
        .toList();
  }

  /** Adds the locals that keep monitors to those that live at an instruction. */
  BitSet withLocals(BitSet live, int index) {
    if (choice == Monitors.REFUSE) {
      return live;
    }
    BitSet more = (BitSet) live.clone();
    held.before(index).stream().mapToInt(Monitor::local).filter(l -> l >= 0).forEach(more::set);
    if (ofMethod() == ReleasedMonitors.OfMethod.RECEIVER) {
      more.set(0);
    }
    return more;
  }

  private ReleasedMonitors.OfMethod ofMethod() {
    if ((method.access & Opcodes.ACC_SYNCHRONIZED) == 0) {
      return ReleasedMonitors.OfMethod.NONE;
    }
    return isStatic(method) ? ReleasedMonitors.OfMethod.CLASS : ReleasedMonitors.OfMethod.RECEIVER;
  }

  private static boolean isStatic(MethodNode method) {
    return (method.access & Opcodes.ACC_STATIC) != 0;
  }

  /**
   * What is given up at the points.
   *
   * @param types what holds before an instruction: all of it, or the objects of monitors and the
   *     stack
   */
  ReleasedMonitors plan(
      List<SuspensionPoint> points,
      BitSet resumeCode,
      BiFunction<Integer, Boolean, StackMap> types) {
    Map<Integer, StackMap> enters = new TreeMap<>();
    for (SuspensionPoint point : points) {
      for (HeldMonitor monitor : point.monitors()) {
        int enter = monitor.enter();
        enters.put(enter, types.apply(enter, resumeCode.get(enter)));
      }
    }
    return new ReleasedMonitors(ofMethod(), enters);
  }
}
