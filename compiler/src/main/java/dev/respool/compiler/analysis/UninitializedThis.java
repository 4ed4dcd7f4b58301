package dev.respool.compiler.analysis;

import java.util.BitSet;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Where a constructor's own object may not be initialized yet (JVMS 4.10.1.9): until {@code
 * super(...)} or {@code this(...)} has returned. In other methods, nowhere.
 */
public final class UninitializedThis {
  private final MethodNode method;
  private final TypeStates types;
  private final BitSet before;

  /**
   * Analyses a method.
   *
   * @param method with code
   * @param flow of the same method
   * @param types of the same method
   */
  public UninitializedThis(MethodNode method, ControlFlow flow, TypeStates types) {
    this.method = method;
    this.types = types;
    this.before =
        method.name.equals("<init>")
            ? flow.reachableFrom(List.of(0), index -> !initializes(index))
            : new BitSet();
  }

  /**
   * Whether the object may be uninitialized before an instruction.
   *
   * @param index of the instruction
   * @return true too for the call of {@code super(...)} or {@code this(...)} itself
   */
  public boolean before(int index) {
    return before.get(index);
  }

  /**
   * Whether an instruction initializes the object by returning.
   *
   * @param index of the instruction
   * @return true for the call of {@code super(...)} or {@code this(...)}
   */
  public boolean initializes(int index) {
    AbstractInsnNode insn = method.instructions.get(index);
    return insn instanceof MethodInsnNode call
        && call.name.equals("<init>")
        && types.isReached(index)
        && receiver(call, types.before(index)) == Opcodes.UNINITIALIZED_THIS;
  }

  private static Object receiver(MethodInsnNode call, TypeState state) {
    int arguments = Type.getArgumentTypes(call.desc).length;
    return state.stack().get(state.stack().size() - 1 - arguments);
  }
}
