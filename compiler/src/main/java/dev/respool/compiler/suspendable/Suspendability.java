package dev.respool.compiler.suspendable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.Opcodes;

/**
 * Decides which methods are suspendable and which calls are suspension points.
 *
 * <p>A method is suspendable if it is marked, if its whole class is (by a mark, a pattern, or
 * because it is a local class in suspendable code) and not its own code, which nothing can
 * override, shows that it cannot suspend, if it overrides or implements a suspendable method
 * (through a bridge too), or if it is a body that the source does not declare (lambda, accessor,
 * constructor of an anonymous class) and its interface method is suspendable, it calls a
 * suspendable method, or it has a suspension point and stands in suspendable code. A call is a
 * suspension point if the method that it resolves to is suspendable, if it calls a functional
 * interface of the JDK or a function type of Kotlin or Scala, or if it resumes a coroutine. The
 * methods of Kotlin's own coroutines are left alone.
 */
public final class Suspendability {
  static final MethodKey IS_YIELDABLE =
      new MethodKey("dev/respool/Coroutine", "isYieldable", "()Z");

  private final ClassHierarchy classes;
  private final Patterns patterns;
  private final MarkedCode markedCode;
  private final Accessibility accessibility;
  private final OpenQuestions questions = new Questions();

  /**
   * For one compilation.
   *
   * @param classes the classes
   * @param patterns the classes whose methods are suspendable without a mark
   */
  public Suspendability(ClassHierarchy classes, Patterns patterns) {
    this.classes = classes;
    this.accessibility = new Accessibility(classes);
    this.patterns = patterns;
    this.markedCode = new MarkedCode(classes, this);
  }

  /**
   * What classes may name of each other.
   *
   * @return for the same classes
   */
  public Accessibility accessibility() {
    return accessibility;
  }

  /**
   * Whether the method that a call resolves to is suspendable.
   *
   * @param call the method as the call names it
   * @return false too if its class is not found
   */
  public boolean isSuspendable(MethodKey call) {
    return !patterns.leaveAlone(call.owner()) && questions.answer(call);
  }

  private final class Questions extends OpenQuestions {
    @Override
    boolean decide(MethodKey call) {
      MethodFacts method = classes.resolve(call).orElse(null);
      return method != null && !KotlinCoroutines.have(method.key()) && isOurs(method);
    }
  }

  /**
   * Whether no code of the JDK suspends.
   *
   * @return false if a pattern names classes of the JDK
   */
  public boolean leavesJdkAlone() {
    return patterns.leaveAlone("java/");
  }

  /**
   * Whether a call in a suspendable method is a suspension point.
   *
   * @param call the called method
   * @param isInterfaceCall whether it is an {@code invokeinterface}
   * @return true if it may suspend
   */
  public boolean isSuspensionPoint(MethodKey call, boolean isInterfaceCall) {
    return isSuspendable(call)
        || call.equals(IS_YIELDABLE)
        || Resumptions.include(call)
        || isInterfaceCall && isFunctional(call);
  }

  /**
   * Whether something in a class may have to change, as far as its calls tell.
   *
   * @param type a class of the hierarchy
   * @return false only if no suspendable method has a suspension point, and no method reference
   *     leads to one
   */
  public boolean mayChange(ClassFacts type) {
    for (MethodFacts method : type.methods().values()) {
      if (isSuspendable(method.key()) && callsPoint(method)) {
        return true;
      }
    }
    for (MethodReference reference : type.references()) {
      if (maySuspend(reference, true)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether what a method reference names may suspend when it is called through the reference.
   *
   * @param reference a lambda or method reference
   * @param isInterfaceCall whether it names a method of an interface
   * @return false if nothing suspendable is known of it
   */
  public boolean maySuspend(MethodReference reference, boolean isInterfaceCall) {
    return isSuspensionPoint(reference.body(), isInterfaceCall)
        && (isSuspendable(reference.body())
            || isSuspendable(reference.implemented())
            || isNamed(reference.writtenIn().owner())
            || markedCode.includes(reference.writtenIn()));
  }

  /**
   * The declaration that a call reaches, if no dispatch can lead it elsewhere.
   *
   * @param call the called method
   * @param isBoundByItself whether the instruction does not dispatch: {@code invokestatic}, {@code
   *     invokespecial}
   * @return empty for a call that dispatches
   */
  public Optional<MethodKey> boundTarget(MethodKey call, boolean isBoundByItself) {
    MethodFacts method = classes.resolve(call).orElse(null);
    boolean bound = method != null && (isBoundByItself || isBound(method) || isInFinalClass(call));
    return bound ? Optional.of(method.key()) : Optional.empty();
  }

  private boolean isInFinalClass(MethodKey call) {
    ClassFacts owner = classes.find(call.owner()).orElse(null);
    return owner != null && owner.isFinal();
  }

  private boolean isFunctional(MethodKey call) {
    if (!FunctionTypes.has(call.owner())) {
      return false;
    }
    MethodFacts method = classes.resolve(call).orElse(null);
    return method != null && FunctionTypes.isFunction(method);
  }

  /**
   * How a suspendable method comes to suspend: a chain of calls down to the runtime's own
   * suspending method.
   *
   * @param start a suspendable method
   * @return the methods, {@code start} first; it ends early where a call goes to an interface
   */
  public List<MethodKey> path(MethodKey start) {
    List<MethodKey> path = new ArrayList<>();
    Set<MethodKey> seen = new HashSet<>();
    MethodKey next = start;
    while (next != null && seen.add(next)) {
      path.add(next);
      MethodFacts method = classes.resolve(next).orElse(null);
      next = method == null ? null : firstSuspendable(method);
    }
    return path;
  }

  /** Null if it calls none. */
  private MethodKey firstSuspendable(MethodFacts method) {
    for (MethodKey call : method.calls()) {
      if (isSuspendable(call)) {
        return call;
      }
    }
    return null;
  }

  private boolean isOurs(MethodFacts method) {
    ClassFacts owner = classes.find(method.key().owner()).orElseThrow();
    return method.annotated()
        || isNamed(owner) && (!isBound(method) || callsPoint(method))
        || method.isOverridable() && overridesSuspendable(method, owner)
        || isLambdaOfSuspendable(method)
        || method.isUndeclared() && isBodyThatSuspends(method);
  }

  private boolean isNamed(String owner) {
    ClassFacts facts = classes.find(owner).orElse(null);
    return facts != null && isNamed(facts);
  }

  /**
   * Whether all methods of a class are marked: by a mark on it, a pattern for it, or the code in
   * which it stands.
   */
  private boolean isNamed(ClassFacts owner) {
    if (hasMark(owner) || markedCode.surrounds(owner)) {
      return true;
    }
    for (ClassFacts around : classes.enclosing(owner)) {
      if (hasMark(around)) {
        return true;
      }
    }
    return false;
  }

  private boolean hasMark(ClassFacts owner) {
    return owner.annotated()
        || patterns.matches(owner.name())
        || isMarked(Undeclared.interfaceOf(owner.name()));
  }

  private boolean isMarked(Optional<String> type) {
    ClassFacts facts = type.isEmpty() ? null : classes.find(type.get()).orElse(null);
    return facts != null && facts.annotated();
  }

  /**
   * Whether no subclass can have another method in its place; its own code then tells all about it.
   */
  private static boolean isBound(MethodFacts method) {
    return !method.isOverridable() || method.is(Opcodes.ACC_FINAL);
  }

  private boolean callsPoint(MethodFacts method) {
    for (MethodKey call : method.calls()) {
      if (isSuspensionPoint(call, true)) {
        return true;
      }
    }
    return false;
  }

  private boolean overridesSuspendable(MethodFacts method, ClassFacts owner) {
    if (overrides(method)) {
      return true;
    }
    for (MethodFacts other : owner.methods().values()) {
      if (bridges(other, method)) {
        return true;
      }
    }
    return false;
  }

  private boolean overrides(MethodFacts method) {
    String signature = method.key().signature();
    for (String type : classes.supertypes(method.key().owner())) {
      ClassFacts facts = classes.find(type).orElse(null);
      MethodFacts overridden = facts == null ? null : facts.methods().get(signature);
      if (overridden != null && overridden.isOverridable() && isSuspendable(overridden.key())) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether {@code bridge} is the compiler's bridge (JLS 15.12.4.5) to {@code method} and overrides
   * a suspendable method.
   */
  private boolean bridges(MethodFacts bridge, MethodFacts method) {
    return bridge.is(Opcodes.ACC_BRIDGE)
        && bridge.key().name().equals(method.key().name())
        && bridge.calls().contains(method.key())
        && overrides(bridge);
  }

  private boolean isLambdaOfSuspendable(MethodFacts method) {
    for (MethodKey function : classes.asFunction(method)) {
      if (isSuspendable(function)) {
        return true;
      }
    }
    return false;
  }

  private boolean isBodyThatSuspends(MethodFacts method) {
    return firstSuspendable(method) != null || callsPoint(method) && markedCode.surrounds(method);
  }
}
