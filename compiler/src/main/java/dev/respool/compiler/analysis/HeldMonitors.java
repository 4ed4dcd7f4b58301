package dev.respool.compiler.analysis;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Which monitors the method's own {@code monitorenter} instructions hold before each instruction.
 * In code whose monitors do not balance those of the first path that is found count.
 */
public final class HeldMonitors {
  private static final int NOWHERE = -1;

  /**
   * A monitor that is held.
   *
   * @param enter index of the instruction that entered it
   * @param local the slot that keeps its object for the exit; -1 if none is seen to
   */
  public record Monitor(int enter, int local) {}

  private final MethodNode method;
  private final List<List<Monitor>> before;
  private boolean structured = true;

  /**
   * Analyses a method.
   *
   * @param method with code
   * @param flow of the same method
   */
  public HeldMonitors(MethodNode method, ControlFlow flow) {
    this.method = method;
    int size = method.instructions.size();
    before = new ArrayList<>(Collections.nCopies(size, null));
    Deque<Integer> open = new ArrayDeque<>();
    reach(0, List.of(), open);
    while (!open.isEmpty()) {
      int index = open.pop();
      List<Monitor> after = after(index);
      flow.successors(index, next -> reach(next, after, open));
      if (method.instructions.get(index).getOpcode() >= 0) {
        reachHandlers(index, flow, open);
      }
    }
    for (int i = 0; i < size; i++) {
      structured &= !overwritesOwnLocal(i);
    }
  }

  /** Nothing gets past a block that catches anything. */
  private void reachHandlers(int index, ControlFlow flow, Deque<Integer> open) {
    for (TryCatchBlockNode block : flow.blocksAt(index)) {
      reach(flow.indexOf(block.handler), before.get(index), open);
      if (block.type == null) {
        return;
      }
    }
  }

  private void reach(int index, List<Monitor> held, Deque<Integer> open) {
    if (index >= before.size()) {
      return;
    }
    if (before.get(index) == null) {
      before.set(index, held);
      open.push(index);
    } else {
      structured &= before.get(index).equals(held);
    }
  }

  private List<Monitor> after(int index) {
    List<Monitor> held = before.get(index);
    return switch (method.instructions.get(index).getOpcode()) {
      case Opcodes.MONITORENTER -> entered(held, index);
      case Opcodes.MONITOREXIT -> exited(held, index);
      default -> held;
    };
  }

  private List<Monitor> entered(List<Monitor> held, int index) {
    List<Monitor> more = new ArrayList<>(held);
    more.add(new Monitor(index, keptIn(index)));
    return more;
  }

  private List<Monitor> exited(List<Monitor> held, int index) {
    if (held.isEmpty()) {
      structured = false;
      return held;
    }
    int last = held.size() - 1;
    AbstractInsnNode load = realBefore(index);
    structured &= isAccess(load, Opcodes.ALOAD, held.get(last).local());
    return held.subList(0, last);
  }

  /** {@code aload n} or {@code dup, astore n} in front of the instruction keep it in n. */
  private int keptIn(int enter) {
    AbstractInsnNode access = realBefore(enter);
    if (!(access instanceof VarInsnNode variable)) {
      return NOWHERE;
    }
    boolean kept =
        access.getOpcode() == Opcodes.ALOAD
            || access.getOpcode() == Opcodes.ASTORE && isCopied(access);
    return kept ? variable.var : NOWHERE;
  }

  private boolean isCopied(AbstractInsnNode store) {
    AbstractInsnNode copy = realBefore(method.instructions.indexOf(store));
    return copy != null && copy.getOpcode() == Opcodes.DUP;
  }

  /** The instruction that always runs right before; null if it is not known. */
  private AbstractInsnNode realBefore(int index) {
    int at = index - 1;
    while (at >= 0 && method.instructions.get(at).getOpcode() < 0) {
      if (method.instructions.get(at) instanceof FrameNode) {
        return null; // there are jumps to here
      }
      at--;
    }
    return at < 0 ? null : method.instructions.get(at);
  }

  private static boolean isAccess(AbstractInsnNode insn, int opcode, int local) {
    return insn instanceof VarInsnNode access
        && access.getOpcode() == opcode
        && access.var == local;
  }

  private boolean overwritesOwnLocal(int index) {
    return method.instructions.get(index) instanceof VarInsnNode access
        && access.getOpcode() >= Opcodes.ISTORE
        && access.getOpcode() <= Opcodes.ASTORE
        && before(index).stream().anyMatch(monitor -> monitor.local() == access.var);
  }

  /**
   * The monitors that are held.
   *
   * @param index of an instruction
   * @return outermost first; none too for an instruction that is never reached
   */
  public List<Monitor> before(int index) {
    List<Monitor> held = before.get(index);
    return held == null ? List.of() : held;
  }

  /**
   * Whether the code is as a compiler writes it for a language with structured locking: on every
   * way to an instruction the same monitors are held, and each is exited through the local that was
   * seen to keep it and is not assigned meanwhile. HotSpot compiles nothing else.
   *
   * @return whether all monitors of the method are entered and exited so
   */
  public boolean areStructured() {
    return structured;
  }
}
