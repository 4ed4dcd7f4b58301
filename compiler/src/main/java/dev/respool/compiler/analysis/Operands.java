package dev.respool.compiler.analysis;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.AnalyzerAdapter;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * What each call of a method takes from the operand stack: the types, and which {@code
 * invokedynamic} made the value, if that is certain.
 *
 * <p>One walk over the code from its own stack map frames (JVMS 4.7.4). A value is recognised by
 * the identity of its type, of which the walk makes a new one for each value that an {@code
 * invokedynamic} leaves; copies on the stack and in locals share it. Where paths join, the class
 * file says what holds, and nobody knows who made a value.
 */
public final class Operands {
  /**
   * A value that a call takes.
   *
   * @param type its verification type (JVMS 4.10.1.2), as {@link TypeState} has them
   * @param madeBy the instruction that made it; empty if that is not certain
   */
  public record Operand(Object type, Optional<InvokeDynamicInsnNode> madeBy) {}

  private final Map<AbstractInsnNode, List<Operand>> taken = new HashMap<>();
  private final Map<Object, InvokeDynamicInsnNode> makers = new IdentityHashMap<>();
  private final AnalyzerAdapter walk;

  /**
   * Analyses a method.
   *
   * @param owner internal name of its class
   * @param method with code whose frames are expanded
   */
  public Operands(String owner, MethodNode method) {
    walk = new AnalyzerAdapter(owner, method.access, method.name, method.desc, null);
    for (AbstractInsnNode insn : method.instructions) {
      if (walk.stack != null) {
        note(insn);
      }
      Object top = top();
      insn.accept(walk);
      follow(insn, top);
    }
  }

  private void note(AbstractInsnNode insn) {
    if (insn instanceof MethodInsnNode call) {
      take(insn, call.desc, call.getOpcode() == Opcodes.INVOKESTATIC ? 0 : 1);
    } else if (insn instanceof InvokeDynamicInsnNode call) {
      take(insn, call.desc, 0);
    }
  }

  private void take(AbstractInsnNode insn, String descriptor, int receivers) {
    int slots = (Type.getArgumentsAndReturnSizes(descriptor) >> 2) - 1 + receivers;
    List<Object> top = walk.stack.subList(walk.stack.size() - slots, walk.stack.size());
    taken.put(insn, TypeState.of(List.of(), top).stack().stream().map(this::operand).toList());
  }

  private Operand operand(Object type) {
    return new Operand(type, Optional.ofNullable(makers.get(type)));
  }

  private Object top() {
    return walk.stack == null || walk.stack.isEmpty() ? null : walk.stack.get(lastIndex());
  }

  private int lastIndex() {
    return walk.stack.size() - 1;
  }

  private void follow(AbstractInsnNode insn, Object before) {
    if (insn instanceof InvokeDynamicInsnNode made && top() instanceof String type) {
      String own = new String(type); // another object on purpose
      makers.put(own, made);
      walk.stack.set(lastIndex(), own);
    } else if (insn.getOpcode() == Opcodes.CHECKCAST && makers.containsKey(before)) {
      walk.stack.set(lastIndex(), before);
    }
  }

  /**
   * What a call takes.
   *
   * @param call an instruction of the method
   * @return the receiver, if there is one, and the arguments; empty if it is never reached
   */
  public List<Operand> of(AbstractInsnNode call) {
    return taken.getOrDefault(call, List.of());
  }
}
