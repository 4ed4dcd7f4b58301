package dev.respool.compiler.plan;

import dev.respool.compiler.analysis.ControlFlow;
import dev.respool.compiler.suspendable.MethodKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Decides which methods of a class get a variant that takes the carrier as its last parameter: its
 * private and static ones that a transformed method of the same class calls, if there is room for
 * one more parameter (JVMS 4.3.3). Their bodies move into the variants; the methods become doors to
 * them. A constructor has none: only its own code may assign final fields.
 *
 * <p>Final methods and the methods of final classes have none, although no dispatch leads their
 * calls elsewhere: tools for mocks weave themselves into them, and a call that goes to the variant
 * would pass the woven door by.
 */
public final class VariantPlanner {
  private static final int MOST_PARAMETER_SLOTS = 254;

  private final ClassNode owner;

  /**
   * For one class.
   *
   * @param owner the class
   */
  public VariantPlanner(ClassNode owner) {
    this.owner = owner;
  }

  /**
   * Points the calls at variants.
   *
   * @param plans of the methods that are transformed; changed
   */
  public void plan(Map<MethodNode, MethodPlan> plans) {
    Map<MethodKey, MethodNode> own = new HashMap<>();
    plans.forEach((method, plan) -> own.put(plan.method(), method));
    Set<MethodKey> called =
        plans.values().stream()
            .flatMap(plan -> plan.points().stream())
            .map(this::target)
            .filter(key -> own.containsKey(key) && hasRoom(key) && isFit(own.get(key)))
            .collect(Collectors.toSet());
    plans.replaceAll(
        (method, plan) -> {
          List<SuspensionPoint> points =
              plan.points().stream()
                  .map(point -> point.calledAs(call(point, called, own)))
                  .toList();
          boolean isVariant = called.contains(plan.method());
          return plan.with(points, isVariant ? variant(method, points) : BodyVariant.NONE);
        });
  }

  private static BodyVariant variant(MethodNode method, List<SuspensionPoint> points) {
    List<SuspensionPoint> telling = points.stream().filter(SuspensionPoint::tells).toList();
    return telling.size() == 1 && !isRepeated(method, telling.get(0).index())
        ? BodyVariant.ASKS_WHERE_IT_TELLS
        : BodyVariant.ASKS_FIRST;
  }

  private static boolean isRepeated(MethodNode method, int index) {
    return new ControlFlow(method).reachableFrom(List.of(index + 1)).get(index);
  }

  /** The method of this class that a call reaches, without dispatch; null if there is none. */
  private MethodKey target(SuspensionPoint point) {
    boolean here = point.callee().owner().equals(owner.name);
    return here && !point.isConstruction() && point.call() instanceof Call.Bound bound
        ? bound.target()
        : null;
  }

  /**
   * Nobody weaves into the method to see the calls of its own class, and its activation holds no
   * monitor by its own modifier, which a door would hold in its place.
   */
  private static boolean isFit(MethodNode method) {
    return (method.access & (Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC)) != 0
        && (method.access & Opcodes.ACC_SYNCHRONIZED) == 0;
  }

  private static boolean hasRoom(MethodKey method) {
    return Type.getArgumentsAndReturnSizes(method.descriptor()) >> 2 <= MOST_PARAMETER_SLOTS;
  }

  private Call call(SuspensionPoint point, Set<MethodKey> called, Map<MethodKey, MethodNode> own) {
    MethodKey target = target(point);
    if (target == null || !called.contains(target)) {
      return point.call();
    }
    return new Call.Variant(
        target.owner(),
        target.name(),
        Call.Variant.descriptor(target.descriptor()),
        (own.get(target).access & Opcodes.ACC_STATIC) != 0,
        (owner.access & Opcodes.ACC_INTERFACE) != 0);
  }
}
