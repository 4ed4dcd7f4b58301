package dev.respool.compiler.plan;

import dev.respool.compiler.suspendable.MethodKey;
import dev.respool.compiler.suspendable.Suspendability;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * The calls of a method that a stack walk could take for its suspension points, although the method
 * that they name is not suspendable: they name the same method of another type, and dispatch may
 * lead both to the same code. The stack shows what was called, not by which instruction.
 *
 * <p>They become suspension points, too; where that is not possible, a method of their own.
 */
final class Namesakes {
  private final Suspendability suspendability;

  Namesakes(Suspendability suspendability) {
    this.suspendability = suspendability;
  }

  /** Those of the calls of a method that are none of its suspension points. */
  List<MethodInsnNode> of(MethodNode method, List<MethodInsnNode> points) {
    Set<String> names = new HashSet<>();
    points.stream()
        .filter(Namesakes::mayBeReachedByDispatch)
        .forEach(call -> names.add(name(call)));
    List<MethodInsnNode> namesakes = new ArrayList<>();
    for (AbstractInsnNode insn : method.instructions) {
      if (insn instanceof MethodInsnNode call
          && names.contains(name(call))
          && dispatches(call)
          && !points.contains(call)) {
        namesakes.add(call);
      }
    }
    return namesakes;
  }

  private static String name(MethodInsnNode call) {
    return call.name + call.desc;
  }

  /** Whether a call elsewhere, of another type, may reach what this one reaches. */
  private static boolean mayBeReachedByDispatch(MethodInsnNode call) {
    return call.getOpcode() != Opcodes.INVOKESTATIC && !call.name.equals("<init>");
  }

  private boolean dispatches(MethodInsnNode call) {
    boolean byItself =
        call.getOpcode() == Opcodes.INVOKESTATIC || call.getOpcode() == Opcodes.INVOKESPECIAL;
    return !byItself
        && !call.owner.startsWith("[")
        && suspendability
            .boundTarget(new MethodKey(call.owner, call.name, call.desc), false)
            .isEmpty();
  }
}
