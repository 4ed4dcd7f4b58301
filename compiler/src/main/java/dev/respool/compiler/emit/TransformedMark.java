package dev.respool.compiler.emit;

import dev.respool.compiler.plan.MethodPlan;
import dev.respool.compiler.plan.SuspensionPoint;
import java.util.List;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** Puts the runtime's annotation {@code Transformed} on generated methods. */
final class TransformedMark {
  private TransformedMark() {}

  /** On code that is never entered by a call. */
  static void ofPoints(MethodNode generated, MethodPlan plan) {
    AnnotationVisitor mark = generated.visitAnnotation(RuntimeAbi.TRANSFORMED, true);
    points(mark, plan);
    mark.visitEnd();
  }

  /** On the frame factory, which stands for the method. */
  static void ofMethod(MethodNode generated, MethodPlan plan) {
    AnnotationVisitor mark = generated.visitAnnotation(RuntimeAbi.TRANSFORMED, true);
    points(mark, plan);
    mark.visit("description", plan.description());
    int[] monitors =
        plan.points().stream()
            .filter(plan.monitors()::areHeldAt)
            .mapToInt(SuspensionPoint::number)
            .toArray();
    if (monitors.length > 0) {
      mark.visit("monitors", monitors);
    }
    if (!plan.entry().lambdas().isEmpty()) {
      array(mark, "lambdas", plan.entry().lambdas());
      mark.visit("bound", plan.entry().bound());
    }
    mark.visitEnd();
  }

  /** Says on each frame factory of a class of which class file it was made. */
  static void codeVersion(ClassNode owner, String version) {
    for (MethodNode method : owner.methods) {
      if (method.name.startsWith(GeneratedNames.FRAME_FACTORY)) {
        method.visibleAnnotations.forEach(mark -> mark.visit("code", version));
      }
    }
  }

  private static void points(AnnotationVisitor mark, MethodPlan plan) {
    array(
        mark,
        "points",
        plan.points().stream().map(SuspensionPoint::calledName).distinct().toList());
  }

  private static void array(AnnotationVisitor mark, String name, List<String> values) {
    AnnotationVisitor array = mark.visitArray(name);
    values.forEach(value -> array.visit(null, value));
    array.visitEnd();
  }
}
