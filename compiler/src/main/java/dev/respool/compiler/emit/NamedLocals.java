package dev.respool.compiler.emit;

import dev.respool.compiler.plan.MethodPlan;
import dev.respool.compiler.plan.StackMap;
import dev.respool.compiler.plan.SuspensionPoint;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * The names of locals (JVMS 4.7.13) in a method that runs after a resumption: only where the local
 * has a value. A local that nobody reads behind a suspension is not restored, and what a debugger
 * would read in its slot is none.
 *
 * <p>The code is walked once, from one declaration of types to the next.
 */
final class NamedLocals {
  /** A debugger takes what is called {@code this$…} for no variable. */
  private static final String THIS = "this_";

  private final MethodNode method;
  private final MethodPlan plan;
  private final BitSet kept;

  /** The slots that have a value before each instruction; null where no code is. */
  private final BitSet[] set;

  private final Map<Integer, LabelNode> borders = new TreeMap<>();
  private final List<LocalVariableNode> locals = new ArrayList<>();

  /** A local, from one instruction to another, exclusively. */
  private record Run(LocalVariableNode local, int from, int to) {}

  private final List<Run> runs = new ArrayList<>();

  /**
   * For one of the methods that a method becomes.
   *
   * @param kept its instructions
   * @param start what holds where it is entered with locals, by the index; null if it is not
   */
  NamedLocals(MethodNode method, MethodPlan plan, BitSet kept, Map.Entry<Integer, StackMap> start) {
    this.method = method;
    this.plan = plan;
    this.kept = kept;
    this.set = new BitSet[method.instructions.size()];
    if (method.localVariables != null && !method.localVariables.isEmpty()) {
      walk(start);
      method.localVariables.forEach(this::addRuns);
    }
  }

  private void walk(Map.Entry<Integer, StackMap> start) {
    Map<Integer, SuspensionPoint> points = new HashMap<>();
    plan.points().forEach(point -> points.put(point.index(), point));
    BitSet now = null;
    for (int i = 0; i < set.length; i++) {
      AbstractInsnNode insn = method.instructions.get(i);
      if (start != null && start.getKey() == i) {
        now = slots(start.getValue());
      }
      if (insn instanceof FrameNode && kept.get(i)) {
        now = slots(plan.resumeFrames().get(i));
      }
      set[i] = now;
      now = points.containsKey(i) ? slots(points.get(i).liveTypes()) : after(i, insn, now);
    }
  }

  private BitSet after(int index, AbstractInsnNode insn, BitSet before) {
    if (before == null || insn.getOpcode() < 0) {
      return before;
    }
    if (!kept.get(index) || endsFlow(insn.getOpcode())) {
      return null;
    }
    boolean stores = insn.getOpcode() >= Opcodes.ISTORE && insn.getOpcode() <= Opcodes.ASTORE;
    return stores ? stored((VarInsnNode) insn, before) : before;
  }

  private static BitSet stored(VarInsnNode store, BitSet before) {
    BitSet after = (BitSet) before.clone();
    after.set(store.var);
    if (store.getOpcode() == Opcodes.LSTORE || store.getOpcode() == Opcodes.DSTORE) {
      after.clear(store.var + 1);
    }
    return after;
  }

  private static boolean endsFlow(int opcode) {
    return opcode == Opcodes.GOTO
        || opcode == Opcodes.ATHROW
        || opcode == Opcodes.TABLESWITCH
        || opcode == Opcodes.LOOKUPSWITCH
        || opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN;
  }

  private static BitSet slots(StackMap types) {
    BitSet slots = new BitSet();
    for (int slot = 0; slot < types.locals().size(); slot++) {
      slots.set(slot, types.locals().get(slot) != Opcodes.TOP);
    }
    return slots;
  }

  private void addRuns(LocalVariableNode local) {
    InsnList code = method.instructions;
    int end = code.indexOf(local.end);
    int from = -1;
    for (int i = code.indexOf(local.start); i < end; i++) {
      if (code.get(i).getOpcode() >= 0 && kept.get(i)) {
        boolean holds = set[i] != null && set[i].get(local.index);
        if (holds && from < 0) {
          from = i;
        } else if (!holds && from >= 0) {
          add(local, from, i);
          from = -1;
        }
      }
    }
    if (from >= 0) {
      add(local, from, end);
    }
  }

  private void add(LocalVariableNode local, int from, int to) {
    runs.add(new Run(local, from, to));
    borders.computeIfAbsent(from, i -> new LabelNode());
    borders.computeIfAbsent(to, i -> new LabelNode());
  }

  /** Writes what is before the instruction at an index of the original. */
  void at(int index, Code code) {
    LabelNode border = borders.get(index);
    if (border != null) {
      code.add(border);
    }
  }

  /** The locals of a point are there between the labels, behind the code that restores them. */
  void add(SuspensionPoint point, LabelNode start, LabelNode end) {
    if (method.localVariables == null) {
      return;
    }
    for (LocalVariableNode local : method.localVariables) {
      if (isInScope(local, point)
          && point.locals().stream().anyMatch(saved -> saved.position() == local.index)) {
        locals.add(named(local, start, end));
      }
    }
  }

  private boolean isInScope(LocalVariableNode local, SuspensionPoint point) {
    return method.instructions.indexOf(local.start) <= point.index()
        && point.index() < method.instructions.indexOf(local.end);
  }

  /** When all code is written. */
  List<LocalVariableNode> all() {
    runs.forEach(
        run -> locals.add(named(run.local(), borders.get(run.from()), borders.get(run.to()))));
    return locals;
  }

  private static LocalVariableNode named(LocalVariableNode local, LabelNode start, LabelNode end) {
    String name = local.name.equals("this") ? THIS : local.name;
    return new LocalVariableNode(
        name, local.desc, local.signature, start, end, local.index + Locals.OWN);
  }
}
