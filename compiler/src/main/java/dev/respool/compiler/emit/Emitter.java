package dev.respool.compiler.emit;

import dev.respool.compiler.plan.Call;
import dev.respool.compiler.plan.FinalFields;
import dev.respool.compiler.plan.MethodPlan;
import dev.respool.compiler.plan.ReleasedMonitors;
import dev.respool.compiler.plan.Relocation;
import dev.respool.compiler.plan.SuspensionPoint;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;

/** Carries out the plans of a class. */
public final class Emitter {
  /**
   * More stack than any generated sequence needs above the original's, calls of spill methods
   * aside.
   */
  static final int EXTRA_STACK = 8;

  private static final int LOWEST_VERSION = Opcodes.V1_8;

  private Emitter() {}

  /**
   * Transforms the planned methods. The version of the class is raised to 52 where it is lower,
   * because generated code uses {@code invokedynamic} and private interface methods.
   *
   * @param owner the class; changed
   * @param plans by method of the class
   * @param codeVersion of the class file that it was read from
   * @return the plan that each of the written methods came from, by name and descriptor
   */
  public static Map<String, MethodPlan> emit(
      ClassNode owner, Map<MethodNode, MethodPlan> plans, String codeVersion) {
    GeneratedNames names = new GeneratedNames(owner);
    SpillMethods spillMethods = new SpillMethods(owner);
    NamesakeCalls namesakes = new NamesakeCalls(owner);
    Map<String, MethodPlan> origins = new HashMap<>();
    plans.forEach(
        (method, plan) -> {
          String descriptor = RuntimeAbi.resume(plan.layout());
          String resume = names.resumeMethod(method, descriptor);
          Optional<String> tail =
              plan.split().map(split -> names.resumeTail(resume, ResumeTail.descriptor(plan)));
          namesakes.redirect(method, plan);
          emit(owner, method, plan, resume, tail, names, spillMethods);
          tail.ifPresent(name -> origins.put(name + ResumeTail.descriptor(plan), plan));
          origins.put(method.name + method.desc, plan);
          origins.put(method.name + Call.Variant.descriptor(method.desc), plan);
          origins.put(resume + descriptor, plan);
        });
    TransformedMark.codeVersion(owner, codeVersion);
    if ((owner.version & 0xffff) < LOWEST_VERSION) {
      owner.version = LOWEST_VERSION;
    }
    return origins;
  }

  private static void emit(
      ClassNode owner,
      MethodNode method,
      MethodPlan plan,
      String name,
      Optional<String> tail,
      GeneratedNames names,
      SpillMethods spillMethods) {
    MethodNode resume = new ResumeMethod(owner, method, plan, tail, spillMethods).emit(name);
    owner.methods.add(resume);
    tail.ifPresent(n -> owner.methods.add(new ResumeTail(method, plan, spillMethods).emit(n)));
    open(owner, plan.finals());
    String resumed = name;
    if (plan.monitors().ofMethod() == ReleasedMonitors.OfMethod.RECEIVER) {
      resumed = names.resumeMethod(method, resume.desc);
      owner.methods.add(new LockedResumeMethod(owner, plan).emit(resumed, resume));
    }
    owner.methods.add(FrameFactory.emit(owner, method, plan, resumed));
    FastPath fastPath = new FastPath(owner, method, plan, spillMethods);
    if (plan.hasVariant()) {
      owner.methods.add(fastPath.emitVariant());
      Door.emit(owner, method, plan);
    } else {
      fastPath.emit();
    }
  }

  private static void open(ClassNode owner, FinalFields finals) {
    for (FieldNode field : owner.fields) {
      if (finals.opens(field)) {
        field.access &= ~Opcodes.ACC_FINAL;
      }
    }
  }

  /** More stack than the bodies of a method need above the original's. */
  static int extraStack(MethodPlan plan) {
    int handedOver = plan.split().map(split -> split.types().locals().size()).orElse(0);
    int spilled = 0;
    for (SuspensionPoint point : plan.points()) {
      if (SpillMethods.serve(point)) {
        spilled = Math.max(spilled, SpillMethods.stack(point));
      }
    }
    return EXTRA_STACK + handedOver + spilled;
  }

  static boolean isInterface(ClassNode owner) {
    return (owner.access & Opcodes.ACC_INTERFACE) != 0;
  }

  /** The slots that arguments need that have to wait while something is done below them. */
  static int temporaries(MethodPlan plan) {
    int largest = CallWriter.temporaries(plan);
    for (Relocation relocation : plan.relocations()) {
      largest = Math.max(largest, Type.getArgumentsAndReturnSizes(relocation.constructor()) >> 2);
    }
    return largest;
  }
}
