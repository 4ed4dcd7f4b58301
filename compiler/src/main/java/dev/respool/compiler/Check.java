package dev.respool.compiler;

import dev.respool.compiler.emit.RuntimeAbi;
import dev.respool.compiler.plan.SourceLines;
import dev.respool.compiler.suspendable.KotlinCoroutines;
import dev.respool.compiler.suspendable.MethodKey;
import dev.respool.compiler.suspendable.Suspendability;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Finds the methods of a class that call a suspendable method without being suspendable themselves.
 */
final class Check {
  private static final String OF_KOTLIN =
      "Kotlin's own coroutines are left alone: make the call in an ordinary function that is"
          + " annotated with @Suspendable";

  private final Suspendability suspendability;
  private final ClassNode owner;

  Check(Suspendability suspendability, ClassNode owner) {
    this.suspendability = suspendability;
    this.owner = owner;
  }

  List<Problem> problems() {
    List<Problem> problems = new ArrayList<>();
    for (MethodNode method : owner.methods) {
      MethodKey key = new MethodKey(owner.name, method.name, method.desc);
      if (isOfSource(method) && !suspendability.isSuspendable(key)) {
        check(method, key, problems);
      }
    }
    return problems;
  }

  private static boolean isOfSource(MethodNode method) {
    return (method.access & Opcodes.ACC_SYNTHETIC) == 0 && !RuntimeAbi.isResume(method.desc);
  }

  private void check(MethodNode method, MethodKey key, List<Problem> problems) {
    SourceLines lines = new SourceLines(owner, method);
    for (AbstractInsnNode insn : method.instructions) {
      if (insn instanceof MethodInsnNode call) {
        MethodKey callee = new MethodKey(call.owner, call.name, call.desc);
        if (suspendability.isSuspendable(callee)) {
          problems.add(problem(key, lines.locationOf(call), callee));
        }
      }
    }
  }

  private Problem problem(MethodKey method, String location, MethodKey callee) {
    List<String> path = new ArrayList<>();
    path.add(method.toString());
    suspendability.path(callee).forEach(step -> path.add(step.toString()));
    return new Problem(
        location,
        "calls " + callee + ", which can suspend, but is not itself suspendable",
        remedy(method),
        path);
  }

  private static String remedy(MethodKey method) {
    if (KotlinCoroutines.have(method)) {
      return OF_KOTLIN;
    }
    return switch (method.name()) {
      case "<clinit>" -> "a static initialiser cannot suspend: move the call into a method";
      case "<init>" -> "annotate the constructor with @Suspendable; write it if it is implicit";
      default -> "annotate " + method + " with @Suspendable";
    };
  }
}
