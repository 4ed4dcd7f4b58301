package dev.respool.compiler.analysis;

import java.util.BitSet;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Which local slots hold a value that may still be read: a backward data flow over {@link
 * ControlFlow}, repeated where something behind has changed. What a handler reads is live in its
 * whole range.
 */
public final class Liveness {
  private final BitSet[] liveBefore;

  /**
   * Analyses a method.
   *
   * @param method with code
   * @param flow of the same method
   */
  public Liveness(MethodNode method, ControlFlow flow) {
    AbstractInsnNode[] code = method.instructions.toArray();
    liveBefore = new BitSet[code.length];
    for (int i = 0; i < code.length; i++) {
      liveBefore[i] = new BitSet();
    }
    List<List<Integer>> predecessors = flow.predecessors();
    BitSet open = new BitSet(code.length);
    open.set(0, code.length);
    while (!open.isEmpty()) {
      for (int i = open.length() - 1; i >= 0; i = open.previousSetBit(i - 1)) {
        open.clear(i);
        if (update(i, code[i], flow)) {
          for (int predecessor : predecessors.get(i)) {
            open.set(predecessor);
          }
        }
      }
    }
  }

  private boolean update(int index, AbstractInsnNode insn, ControlFlow flow) {
    BitSet live = new BitSet();
    for (int next : flow.following(index)) {
      live.or(liveBefore[next]);
    }
    transfer(insn, live);
    addLiveInHandlers(index, flow, live);
    if (live.equals(liveBefore[index])) {
      return false;
    }
    liveBefore[index] = live;
    return true;
  }

  private static void transfer(AbstractInsnNode insn, BitSet live) {
    if (insn instanceof VarInsnNode access) {
      boolean store = access.getOpcode() >= Opcodes.ISTORE && access.getOpcode() <= Opcodes.ASTORE;
      live.set(access.var, !store);
    } else if (insn instanceof IincInsnNode increment) {
      live.set(increment.var);
    }
  }

  private void addLiveInHandlers(int index, ControlFlow flow, BitSet live) {
    for (int handler : flow.handlers(index)) {
      live.or(liveBefore[handler]);
    }
  }

  /**
   * The slots that are live before an instruction.
   *
   * @param index of the instruction
   * @return slots; a long or double counts as its first slot only
   */
  public BitSet before(int index) {
    return liveBefore[index];
  }

  /**
   * The slots that are live when a call returns or throws.
   *
   * @param index of the call
   * @param flow of the same method
   * @return slots
   */
  public BitSet acrossCall(int index, ControlFlow flow) {
    BitSet live = (BitSet) liveBefore[index + 1].clone();
    addLiveInHandlers(index, flow, live);
    return live;
  }
}
