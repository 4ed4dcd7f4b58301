package dev.respool.compiler;

import dev.respool.compiler.emit.Emitter;
import dev.respool.compiler.emit.ReferenceAdapters;
import dev.respool.compiler.plan.MethodPlan;
import dev.respool.compiler.plan.Monitors;
import dev.respool.compiler.plan.ReferenceAdapter;
import dev.respool.compiler.plan.ReferencePlanner;
import dev.respool.compiler.suspendable.ClassFacts;
import dev.respool.compiler.suspendable.ClassHierarchy;
import dev.respool.compiler.suspendable.MethodKey;
import dev.respool.compiler.suspendable.Patterns;
import dev.respool.compiler.suspendable.Suspendability;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.LimitExceededException;
import org.objectweb.asm.MethodTooLargeException;
import org.objectweb.asm.tree.ClassNode;

/**
 * The transformation of one class, in as many attempts as it has methods that turn out too large.
 */
final class Transformation {
  private final ClassFile file;
  private final Optional<String> missingType;
  private final ClassFacts facts;
  private final ClassHierarchy classes;
  private final Patterns suspendables;
  private final Monitors monitors;
  private final Set<MethodKey> tooLarge = new HashSet<>();

  Transformation(
      ClassFile file,
      ClassFacts facts,
      ClassHierarchy classes,
      Patterns suspendables,
      Monitors monitors) {
    this.facts = facts;
    this.classes = classes;
    this.suspendables = suspendables;
    this.monitors = monitors;
    ClassFile readable = file;
    String missing = null;
    if (file.isOld()) {
      try {
        readable = file.withFrames(classes);
      } catch (OldClassFile.MissingTypeException e) {
        missing = e.getMessage();
      }
    }
    this.file = readable;
    this.missingType = Optional.ofNullable(missing);
  }

  Compilation run() {
    Optional<Compilation> result = attempt();
    while (result.isEmpty()) {
      result = attempt();
    }
    return result.get();
  }

  /** Empty if one more method has to be left out. */
  private Optional<Compilation> attempt() {
    ClassNode node = file.tree();
    ClassPlan plan = ClassPlan.of(node, withReferenceBodies(node), tooLarge, missingType, monitors);
    if (plan.methods().isEmpty()) {
      return Optional.of(result(plan, null, List.of()));
    }
    List<Problem> warnings = new ArrayList<>(new HeldLockCheck(node).warnings(plan.methods()));
    Map<String, MethodPlan> origins = Emitter.emit(node, plan.methods());
    InstrumentedMarker.putOn(node);
    try {
      byte[] bytes = file.write(node);
      warnings.addAll(new HugeMethodCheck(file).warnings(bytes, origins));
      return Optional.of(result(plan, bytes, warnings));
    } catch (MethodTooLargeException e) {
      leaveOut(origins.get(e.getMethodName() + e.getDescriptor()), plan);
      return Optional.empty();
    } catch (IndexOutOfBoundsException | LimitExceededException e) {
      // ASM, where a jump is longer than 32,767 bytes
      leaveOut(plan.longest(), plan);
      return Optional.empty();
    }
  }

  /** Who can suspend, once the method references of the class have the bodies that they need. */
  private Suspendability withReferenceBodies(ClassNode node) {
    classes.add(facts);
    Suspendability suspendability = new Suspendability(classes, suspendables);
    List<ReferenceAdapter> adapters = new ReferencePlanner(suspendability, node).plan();
    if (adapters.isEmpty()) {
      return suspendability;
    }
    adapters.forEach(adapter -> ReferenceAdapters.emit(node, adapter));
    classes.add(ClassFile.facts(node));
    return new Suspendability(classes, suspendables);
  }

  private Compilation result(ClassPlan plan, byte[] bytes, List<Problem> warnings) {
    return new Compilation(
        file.dottedName(),
        Optional.ofNullable(bytes),
        false,
        true,
        plan.refusals(),
        List.copyOf(warnings),
        List.copyOf(plan.methods().values()));
  }

  /**
   * @param origin the method whose body became too large; null if it is none of ours: then all
   */
  private void leaveOut(MethodPlan origin, ClassPlan plan) {
    if (origin != null) {
      tooLarge.add(origin.method());
    } else {
      plan.methods().values().forEach(change -> tooLarge.add(change.method()));
    }
  }
}
