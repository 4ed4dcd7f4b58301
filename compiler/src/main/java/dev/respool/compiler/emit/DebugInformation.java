package dev.respool.compiler.emit;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LocalVariableAnnotationNode;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodNode;

/** Names and annotations of locals (JVMS 4.7.13, 4.7.20) in the two bodies. */
final class DebugInformation {
  private DebugInformation() {}

  /** Points what the method says of its locals at the copied code. */
  static void remap(MethodNode method, BodyCopy copy) {
    method.localVariables = shifted(method, copy, 0);
    method.visibleLocalVariableAnnotations =
        remapped(method.visibleLocalVariableAnnotations, copy);
    method.invisibleLocalVariableAnnotations =
        remapped(method.invisibleLocalVariableAnnotations, copy);
  }

  static List<LocalVariableNode> shifted(MethodNode method, BodyCopy copy, int shift) {
    if (method.localVariables == null) {
      return null; // as ASM has it
    }
    List<LocalVariableNode> locals = new ArrayList<>();
    for (LocalVariableNode local : method.localVariables) {
      String name = shift > 0 && local.name.equals("this") ? "this$" : local.name;
      LabelNode start = copy.label(local.start);
      LabelNode end = copy.label(local.end);
      int slot = local.index + shift;
      locals.add(new LocalVariableNode(name, local.desc, local.signature, start, end, slot));
    }
    return locals;
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
