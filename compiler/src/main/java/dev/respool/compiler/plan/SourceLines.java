package dev.respool.compiler.plan;

import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * What the debug information of a method says: lines (JVMS 4.7.12) and names of locals (JVMS
 * 4.7.13).
 */
public final class SourceLines {
  private final ClassNode owner;
  private final MethodNode method;

  /**
   * Reads a method.
   *
   * @param owner its class
   * @param method the method
   */
  public SourceLines(ClassNode owner, MethodNode method) {
    this.owner = owner;
    this.method = method;
  }

  /**
   * The line of an instruction.
   *
   * @param insn of the method; null for its first
   * @return -1 if the class does not say
   */
  public int lineOf(AbstractInsnNode insn) {
    for (AbstractInsnNode at = insn; at != null; at = at.getPrevious()) {
      if (at instanceof LineNumberNode number) {
        return number.line;
      }
    }
    for (AbstractInsnNode at = method.instructions.getFirst(); at != null; at = at.getNext()) {
      if (at instanceof LineNumberNode number) {
        return number.line;
      }
    }
    return -1;
  }

  /**
   * Where an instruction stands, as a stack trace writes it.
   *
   * @param insn of the method; null for its first
   * @return such as {@code com.acme.Pump.drain(Pump.java:41)}
   */
  public String locationOf(AbstractInsnNode insn) {
    String file = owner.sourceFile == null ? "Unknown Source" : owner.sourceFile;
    int line = lineOf(insn);
    return owner.name.replace('/', '.')
        + "."
        + method.name
        + "("
        + (line < 0 ? file : file + ":" + line)
        + ")";
  }

  /** The local that has a slot at an instruction; null if the class does not say. */
  LocalVariableNode localAt(int slot, int index) {
    if (method.localVariables == null) {
      return null;
    }
    for (LocalVariableNode local : method.localVariables) {
      if (local.index == slot
          && method.instructions.indexOf(local.start) <= index
          && index < method.instructions.indexOf(local.end)) {
        return local;
      }
    }
    return null;
  }
}
