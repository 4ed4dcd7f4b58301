package dev.respool.compiler.suspendable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.Opcodes;

/**
 * Tells calls that lead to a suspending method of the runtime, by code that can be seen. A
 * suspendable method need not: it may have its mark for the sake of those that override it, or for
 * a function that it calls.
 *
 * <p>A method that asks {@code Coroutine.isYieldable()}, or catches {@code
 * NotSuspendableException}, is prepared for a caller that cannot be captured. It does not count.
 */
public final class CertainSuspension {
  /** What a yield throws that cannot suspend. */
  public static final String REFUSAL = "dev/respool/NotSuspendableException";

  private final ClassHierarchy classes;
  private final Suspendability suspendability;
  private final OpenQuestions questions = new Questions();

  /**
   * For one compilation.
   *
   * @param classes the classes
   * @param suspendability who can suspend among them
   */
  public CertainSuspension(ClassHierarchy classes, Suspendability suspendability) {
    this.classes = classes;
    this.suspendability = suspendability;
  }

  /**
   * Whether the method that a call resolves to leads there.
   *
   * @param call the method as the call names it
   * @return false if that depends on what is not seen
   */
  public boolean isBehind(MethodKey call) {
    return suspendability.isSuspendable(call) && questions.answer(call);
  }

  private final class Questions extends OpenQuestions {
    @Override
    boolean decide(MethodKey call) {
      return classes
          .resolve(call)
          .map(method -> isOfRuntime(method) ? suspendsItself(method) : next(method).isPresent())
          .orElse(false);
    }
  }

  private static boolean isOfRuntime(MethodFacts method) {
    return RuntimePackages.contain(method.key().owner());
  }

  /** The bodies of coroutines and tasks are interfaces of the runtime, too; programs write them. */
  private static boolean suspendsItself(MethodFacts method) {
    return !method.is(Opcodes.ACC_ABSTRACT) || method.key().name().equals("yield");
  }

  private Optional<MethodKey> next(MethodFacts method) {
    return isOfRuntime(method) || method.toleratesRefusal()
        ? Optional.empty()
        : method.calls().stream().filter(this::isBehind).findFirst();
  }

  /**
   * The chain of calls.
   *
   * @param start a method for which {@link #isBehind} holds
   * @return the methods as they were written, {@code start} first
   */
  public List<MethodKey> path(MethodKey start) {
    List<MethodKey> path = new ArrayList<>();
    Set<MethodKey> seen = new HashSet<>();
    Optional<MethodKey> step = Optional.of(start);
    while (step.isPresent() && seen.add(step.get())) {
      if (!WrittenCalls.isAdapter(step.get().name())) {
        path.add(step.get());
      }
      step = classes.resolve(step.get()).flatMap(this::next);
    }
    return path;
  }
}
