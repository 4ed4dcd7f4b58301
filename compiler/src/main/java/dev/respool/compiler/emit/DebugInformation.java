package dev.respool.compiler.emit;

import java.util.List;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.LocalVariableAnnotationNode;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodNode;

/** What the original says for debuggers: names and annotations of locals (JVMS 4.7.13, 4.7.20). */
final class DebugInformation {
  private DebugInformation() {}

  /** Points what the method says of its locals at the copied code. */
  static void remap(MethodNode method, BodyCopy copy) {
    if (method.localVariables != null) {
      method.localVariables.replaceAll(local -> copied(local, copy));
    }
    method.visibleLocalVariableAnnotations = remapped(method.visibleLocalVariableAnnotations, copy);
    method.invisibleLocalVariableAnnotations =
        remapped(method.invisibleLocalVariableAnnotations, copy);
  }

  /** The line at which a method begins, or -1. */
  static int firstLine(MethodNode method) {
    for (AbstractInsnNode insn : method.instructions) {
      if (insn instanceof LineNumberNode number) {
        return number.line;
      }
    }
    return -1;
  }

  private static LocalVariableNode copied(LocalVariableNode local, BodyCopy copy) {
    LabelNode start = copy.label(local.start);
    LabelNode end = copy.label(local.end);
    return new LocalVariableNode(local.name, local.desc, local.signature, start, end, local.index);
  }

  private static List<LocalVariableAnnotationNode> remapped(
      List<LocalVariableAnnotationNode> annotations, BodyCopy copy) {
    if (annotations != null) {
      for (LocalVariableAnnotationNode annotation : annotations) {
        annotation.start.replaceAll(copy::label);
        annotation.end.replaceAll(copy::label);
      }
    }
    return annotations;
  }
}
