package dev.respool.compiler;

import dev.respool.compiler.emit.Emitter;
import dev.respool.compiler.emit.ReferenceAdapters;
import dev.respool.compiler.emit.SerializableClass;
import dev.respool.compiler.emit.SerializableLambdas;
import dev.respool.compiler.plan.MethodPlan;
import dev.respool.compiler.plan.ReferenceAdapter;
import dev.respool.compiler.plan.ReferencePlanner;
import dev.respool.compiler.suspendable.ClassFacts;
import dev.respool.compiler.suspendable.ClassHierarchy;
import dev.respool.compiler.suspendable.MethodKey;
import dev.respool.compiler.suspendable.SaveableCode;
import dev.respool.compiler.suspendable.Suspendability;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.LimitExceededException;
import org.objectweb.asm.MethodTooLargeException;
import org.objectweb.asm.tree.ClassNode;

/**
 * The transformation of one class. If methods of it turn out too large, it is attempted again
 * without them, and if resume methods turn out too long to be compiled, with those in two parts.
 */
final class Transformation {
  private final ClassFile file;
  private final String codeVersion;
  private final Optional<String> missingType;
  private final ClassFacts facts;
  private final ClassHierarchy classes;
  private final Compiler.Options options;
  private final SaveableCode.Choice saved;
  private final Set<MethodKey> tooLarge = new HashSet<>();
  private final Set<MethodKey> tooLong = new HashSet<>();
  private final Set<MethodKey> cutInVain = new HashSet<>();

  Transformation(
      ClassFile file,
      ClassFacts facts,
      ClassHierarchy classes,
      Compiler.Options options,
      SaveableCode.Choice saved) {
    this.saved = saved;
    this.facts = facts;
    this.classes = classes;
    this.options = options;
    this.codeVersion = CodeVersion.of(file.bytes());
    ClassFile readable = file;
    String missing = null;
    if (file.isOld()) {
      try {
        readable = file.withFrames(classes);
      } catch (OldClassFile.MissingTypeException e) {
        missing = file.lacksFrames() ? e.getMessage() : null;
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

  /** Empty if more methods have to be left out. */
  private Optional<Compilation> attempt() {
    ClassNode node = file.tree();
    Map<String, String> lambdas = saved.lambdas() ? LambdaVersions.of(node) : Map.of();
    ClassPlan plan =
        ClassPlan.of(node, withReferenceBodies(node), tooLarge, tooLong, missingType, options);
    if (plan.methods().isEmpty() && !saved.isAny()) {
      return Optional.of(result(plan, null, List.of()));
    }
    List<Problem> warnings = new ArrayList<>(new HeldLockCheck(node).warnings(plan.methods()));
    Map<String, MethodPlan> origins = Emitter.emit(node, plan.methods(), codeVersion);
    boolean changed = makeSerializable(node, lambdas);
    if (plan.methods().isEmpty() && !changed) {
      return Optional.of(result(plan, null, List.of()));
    }
    InstrumentedMarker.putOn(node);
    try {
      byte[] bytes = file.write(node);
      HugeMethodCheck huge = new HugeMethodCheck(file, bytes, origins);
      if (cutOtherwise(huge)) {
        return Optional.empty();
      }
      warnings.addAll(huge.warnings());
      return Optional.of(result(plan, bytes, warnings));
    } catch (MethodTooLargeException e) {
      leaveOut(node, origins, plan, origins.get(e.getMethodName() + e.getDescriptor()));
      return Optional.empty();
    } catch (IndexOutOfBoundsException | LimitExceededException e) {
      // ASM, where a jump is longer than 32,767 bytes
      leaveOut(node, origins, plan, plan.longest());
      return Optional.empty();
    }
  }

  /**
   * A class from the time before annotations cannot say what was done with it. It stays as it is if
   * it cannot be raised.
   */
  private boolean makeSerializable(ClassNode node, Map<String, String> lambdas) {
    boolean changed = saved.lambdas() && SerializableLambdas.make(node, lambdas);
    if (!saved.objects() || missingType.isPresent()) {
      return changed;
    }
    SerializableClass.make(node);
    return true;
  }

  /** Whether there are methods to be cut in two, or better not. */
  private boolean cutOtherwise(HugeMethodCheck huge) {
    if (options.debuggable()) {
      return false; // a debugger would show where one part calls the other
    }
    Set<MethodKey> inVain = huge.cutInVain();
    Set<MethodKey> longer = huge.tooLong();
    longer.removeAll(cutInVain);
    tooLong.removeAll(inVain);
    return cutInVain.addAll(inVain) | tooLong.addAll(longer);
  }

  /** Who can suspend, once the method references of the class have the bodies that they need. */
  private Suspendability withReferenceBodies(ClassNode node) {
    classes.add(facts);
    Suspendability suspendability = new Suspendability(classes, options.suspendables());
    List<ReferenceAdapter> adapters = new ReferencePlanner(suspendability, node).plan();
    if (adapters.isEmpty()) {
      return suspendability;
    }
    adapters.forEach(adapter -> ReferenceAdapters.emit(node, adapter));
    classes.add(ClassFile.facts(node));
    return new Suspendability(classes, options.suspendables());
  }

  private Compilation result(ClassPlan plan, byte[] bytes, List<Problem> warnings) {
    return new Compilation(
        file.dottedName(),
        Optional.ofNullable(bytes),
        false,
        true,
        plan.refusals(),
        List.copyOf(warnings),
        List.copyOf(plan.methods().values()),
        classes.asked());
  }

  /**
   * Leaves out every method that cannot be written by itself; if there is none, the one that did
   * not fit behind the others.
   *
   * @param origin where that one comes from; null if it is none of ours: then all
   */
  private void leaveOut(
      ClassNode node, Map<String, MethodPlan> origins, ClassPlan plan, MethodPlan origin) {
    List<MethodPlan> change =
        ClassFile.unwritable(node).stream()
            .map(method -> origins.get(method.name + method.desc))
            .filter(Objects::nonNull)
            .toList();
    if (change.isEmpty()) {
      change = origin == null ? List.copyOf(plan.methods().values()) : List.of(origin);
    }
    change.forEach(method -> tooLarge.add(method.method()));
  }
}
