package dev.respool.compiler.analysis;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * How many monitors the method's own {@code monitorenter} instructions hold before each
 * instruction. In code whose monitors do not balance the larger number of the first path that is
 * found counts.
 */
public final class HeldMonitors {
  private final int[] before;

  /**
   * Analyses a method.
   *
   * @param method with code
   * @param flow of the same method
   */
  public HeldMonitors(MethodNode method, ControlFlow flow) {
    before = new int[method.instructions.size()];
    Arrays.fill(before, -1);
    Deque<Integer> open = new ArrayDeque<>();
    reach(0, 0, open);
    while (!open.isEmpty()) {
      int index = open.pop();
      int after = Math.max(0, before[index] + effect(method.instructions.get(index)));
      flow.successors(index, next -> reach(next, after, open));
      flow.blocksAt(index)
          .forEach(block -> reach(flow.indexOf(block.handler), before[index], open));
    }
  }

  private void reach(int index, int held, Deque<Integer> open) {
    if (index < before.length && before[index] < 0) {
      before[index] = held;
      open.push(index);
    }
  }

  private static int effect(AbstractInsnNode insn) {
    return switch (insn.getOpcode()) {
      case Opcodes.MONITORENTER -> 1;
      case Opcodes.MONITOREXIT -> -1;
      default -> 0;
    };
  }

  /**
   * The number of monitors held.
   *
   * @param index of an instruction
   * @return 0 too for an instruction that is never reached
   */
  public int before(int index) {
    return Math.max(0, before[index]);
  }
}
