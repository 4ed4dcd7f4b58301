package dev.respool.compiler.emit;

import java.util.ArrayList;
import java.util.BitSet;
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
    if (method.localVariables != null) {
      method.localVariables.replaceAll(local -> copied(local, local.name, copy, 0));
    }
    method.visibleLocalVariableAnnotations = remapped(method.visibleLocalVariableAnnotations, copy);
    method.invisibleLocalVariableAnnotations =
        remapped(method.invisibleLocalVariableAnnotations, copy);
  }

  /** The locals of the resume method: those in whose scope something of the code is left. */
  static List<LocalVariableNode> ofResumeMethod(MethodNode method, BodyCopy copy, BitSet kept) {
    List<LocalVariableNode> locals = new ArrayList<>();
    if (method.localVariables != null) {
      for (LocalVariableNode local : method.localVariables) {
        if (KeptRange.isLeft(method.instructions, local.start, local.end, kept)) {
          String name = local.name.equals("this") ? "this$" : local.name;
          locals.add(copied(local, name, copy, Locals.OWN));
        }
      }
    }
    return locals;
  }

  private static LocalVariableNode copied(
      LocalVariableNode local, String name, BodyCopy copy, int shift) {
    LabelNode start = copy.label(local.start);
    LabelNode end = copy.label(local.end);
    return new LocalVariableNode(
        name, local.desc, local.signature, start, end, local.index + shift);
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
