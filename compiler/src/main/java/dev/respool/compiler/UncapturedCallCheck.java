package dev.respool.compiler;

import dev.respool.compiler.analysis.AnalysisCost;
import dev.respool.compiler.analysis.Operands;
import dev.respool.compiler.plan.SourceLines;
import dev.respool.compiler.suspendable.CertainSuspension;
import dev.respool.compiler.suspendable.ClassHierarchy;
import dev.respool.compiler.suspendable.MethodKey;
import dev.respool.compiler.suspendable.Suspendability;
import dev.respool.compiler.suspendable.WrittenCalls;
import java.util.List;
import java.util.stream.Stream;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Finds the calls through which a suspension for certain meets a frame that cannot be captured:
 * code of the JDK, or a call that is no suspension point. It is silent where it is not certain, and
 * in methods that catch {@code NotSuspendableException}.
 */
final class UncapturedCallCheck {
  private final ClassNode owner;
  private final CertainSuspension certain;
  private final List<CallCheck> checks;

  /** For a class whose code has stack map frames. */
  UncapturedCallCheck(ClassHierarchy classes, Suspendability suspendability, ClassNode owner) {
    this.owner = owner;
    this.certain = new CertainSuspension(classes, suspendability);
    CallCheck.World world = new CallCheck.World(classes, suspendability, certain);
    this.checks = List.of(new CallbackCheck(world), new OverrideCheck(world));
  }

  /** Each once, in the order of the code. */
  List<Problem> problems() {
    return owner.methods.stream()
        .filter(method -> WrittenCalls.has(method.name, method.desc))
        .filter(method -> !expectsRefusal(method) && AnalysisCost.isBearable(method))
        .flatMap(this::problems)
        .distinct()
        .toList();
  }

  private static boolean expectsRefusal(MethodNode method) {
    return method.tryCatchBlocks.stream()
        .anyMatch(block -> CertainSuspension.REFUSAL.equals(block.type));
  }

  private Stream<Problem> problems(MethodNode method) {
    Operands operands = new Operands(owner.name, method);
    SourceLines lines = new SourceLines(owner, method);
    return Stream.of(method.instructions.toArray())
        .flatMap(insn -> findings(insn, operands).map(found -> problem(lines, insn, found)));
  }

  private Stream<CallCheck.Finding> findings(AbstractInsnNode insn, Operands operands) {
    return checks.stream().flatMap(check -> check.findings(insn, operands.of(insn)));
  }

  private Problem problem(SourceLines lines, AbstractInsnNode insn, CallCheck.Finding found) {
    List<String> path = certain.path(found.suspending()).stream().map(MethodKey::toString).toList();
    return new Problem(lines.locationOf(insn), found.what(), found.remedy(), path);
  }
}
