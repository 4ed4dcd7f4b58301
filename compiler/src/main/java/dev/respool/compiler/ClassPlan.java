package dev.respool.compiler;

import dev.respool.compiler.plan.Decision;
import dev.respool.compiler.plan.MethodPlan;
import dev.respool.compiler.plan.MethodPlanner;
import dev.respool.compiler.plan.Refusal;
import dev.respool.compiler.plan.VariantPlanner;
import dev.respool.compiler.suspendable.MethodKey;
import dev.respool.compiler.suspendable.Suspendability;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * What becomes of the methods of a class.
 *
 * @param methods those that are transformed
 * @param refusals about those that cannot be
 */
record ClassPlan(Map<MethodNode, MethodPlan> methods, List<Refusal> refusals) {

  /** The change of the method with the longest resume method. */
  MethodPlan longest() {
    return methods.values().stream()
        .max(Comparator.comparingInt(plan -> plan.resumeCode().cardinality()))
        .orElseThrow();
  }

  /**
   * Plans each method.
   *
   * @param tooLarge those that are known to become too large for a class file
   * @param tooLong those whose resume methods are known to become too long for HotSpot
   * @param missingType a type without which the stack map frames could not be computed
   * @param options what was chosen
   */
  static ClassPlan of(
      ClassNode node,
      Suspendability suspendability,
      Set<MethodKey> tooLarge,
      Set<MethodKey> tooLong,
      Optional<String> missingType,
      Compiler.Options options) {
    MethodPlanner planner =
        new MethodPlanner(suspendability, node, missingType, options.monitors(), tooLong);
    ClassPlan plan = new ClassPlan(new LinkedHashMap<>(), new ArrayList<>());
    for (MethodNode method : node.methods) {
      Decision decision = planner.plan(method);
      if (decision instanceof MethodPlan change && tooLarge.contains(change.method())) {
        plan.refusals.add(planner.tooLarge(method));
      } else if (decision instanceof MethodPlan change) {
        plan.methods.put(method, change);
      } else if (decision instanceof Refusal refusal) {
        plan.refusals.add(refusal);
      }
    }
    if (options.debuggable()) {
      plan.methods.replaceAll((method, change) -> change.asDebuggable());
    } else {
      new VariantPlanner(node).plan(plan.methods);
    }
    return plan;
  }
}
