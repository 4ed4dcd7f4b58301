package dev.respool.compiler.analysis;

import java.util.function.IntPredicate;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Finds the local that a call's receiver was loaded from, if that still holds it: then the receiver
 * can be had once more without a look below the arguments.
 */
public final class ReceiverLocals {
  /** There is no such local. */
  public static final int NONE = -1;

  private final InsnList code;
  private final TypeStates types;
  private final IntPredicate isPoint;

  /**
   * For one method.
   *
   * @param method the method
   * @param types its types
   * @param isPoint whether an instruction is a suspension point, behind which a resumed activation
   *     may lack the local
   */
  public ReceiverLocals(MethodNode method, TypeStates types, IntPredicate isPoint) {
    this.code = method.instructions;
    this.types = types;
    this.isPoint = isPoint;
  }

  /**
   * The local of a call's receiver. Only straight code before the call is looked at.
   *
   * @param index of a reached call that has a receiver
   * @return its slot, or {@link #NONE}
   */
  public int of(int index) {
    MethodInsnNode call = (MethodInsnNode) code.get(index);
    int arguments = Type.getArgumentTypes(call.desc).length;
    int below = types.before(index).stack().size() - arguments - 1;
    int at = index - 1;
    while (at >= 0 && isStraight(at) && types.before(at).stack().size() > below) {
      at--;
    }
    return at >= 0 && isStraight(at) && code.get(at).getOpcode() == Opcodes.ALOAD
        ? unlessStored(((VarInsnNode) code.get(at)).var, at, index)
        : NONE;
  }

  private boolean isStraight(int index) {
    return types.isReached(index)
        && !(code.get(index) instanceof FrameNode)
        && !isPoint.test(index);
  }

  private int unlessStored(int local, int from, int to) {
    for (int i = from; i < to; i++) {
      AbstractInsnNode insn = code.get(i);
      boolean stores = insn.getOpcode() >= Opcodes.ISTORE && insn.getOpcode() <= Opcodes.ASTORE;
      if (stores && covers((VarInsnNode) insn, local)) {
        return NONE;
      }
    }
    return local;
  }

  /** A long or double takes the next slot too. */
  private static boolean covers(VarInsnNode store, int local) {
    boolean wide = store.getOpcode() == Opcodes.LSTORE || store.getOpcode() == Opcodes.DSTORE;
    return store.var == local || wide && store.var + 1 == local;
  }
}
