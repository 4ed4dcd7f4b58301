package dev.respool.compiler.analysis;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Finds the local that a call's receiver was loaded from, where the arguments are loaded right
 * behind it: then the receiver can be had once more without a look below the arguments.
 */
public final class ReceiverLocals {
  /** There is no such local. */
  public static final int NONE = -1;

  private final InsnList code;

  /**
   * For one method.
   *
   * @param method the method
   */
  public ReceiverLocals(MethodNode method) {
    this.code = method.instructions;
  }

  /**
   * The local of a call's receiver. Arguments count only if each is a local or a constant, so that
   * nothing can have touched the receiver or the local since.
   *
   * @param index of a call that has a receiver
   * @return its slot, or {@link #NONE}
   */
  public int of(int index) {
    MethodInsnNode call = (MethodInsnNode) code.get(index);
    int arguments = Type.getArgumentTypes(call.desc).length;
    AbstractInsnNode insn = before(call);
    while (arguments > 0 && isLoad(insn)) {
      arguments--;
      insn = before(insn);
    }
    return arguments == 0 && insn != null && insn.getOpcode() == Opcodes.ALOAD
        ? ((VarInsnNode) insn).var
        : NONE;
  }

  /** The instruction before another one; null if something may jump between them. */
  private static AbstractInsnNode before(AbstractInsnNode insn) {
    AbstractInsnNode before = insn.getPrevious();
    while (before != null && before.getOpcode() < 0 && !(before instanceof FrameNode)) {
      before = before.getPrevious();
    }
    return before instanceof FrameNode ? null : before;
  }

  /** Whether it pushes one value that it did not compute. */
  private static boolean isLoad(AbstractInsnNode insn) {
    return insn != null
        && insn.getOpcode() >= Opcodes.ACONST_NULL
        && insn.getOpcode() <= Opcodes.ALOAD;
  }
}
