package dev.respool.compiler.plan;

import dev.respool.compiler.analysis.AnalysisCost;
import dev.respool.compiler.analysis.ControlFlow;
import dev.respool.compiler.suspendable.MethodKey;
import dev.respool.compiler.suspendable.Suspendability;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Decides for each method of a class whether it stays, is refused, or is transformed and how. Every
 * rule about methods that cannot suspend stands here.
 */
public final class MethodPlanner {
  private final Suspendability suspendability;
  private final ClassNode owner;
  private final LambdaEntries lambdas;
  private final MethodSlots slots;
  private final Namesakes namesakes;
  private final Optional<String> missingType;
  private final Monitors monitors;
  private final Set<MethodKey> tooLong;

  /**
   * For one class.
   *
   * @param suspendability who can suspend
   * @param owner the class
   * @param missingType a type that was not found and without which the class, which has no stack
   *     map frames, could not be given any
   * @param monitors what becomes of methods that would suspend while they hold one
   * @param tooLong the methods whose resume methods are known to be too long for HotSpot
   */
  public MethodPlanner(
      Suspendability suspendability,
      ClassNode owner,
      Optional<String> missingType,
      Monitors monitors,
      Set<MethodKey> tooLong) {
    this.suspendability = suspendability;
    this.owner = owner;
    this.lambdas = new LambdaEntries(owner);
    this.slots = new MethodSlots();
    this.namesakes = new Namesakes(suspendability);
    this.missingType = missingType;
    this.monitors = monitors;
    this.tooLong = tooLong;
  }

  /**
   * Decides about a method.
   *
   * @param method of the class
   * @return what becomes of it
   */
  public Decision plan(MethodNode method) {
    MethodKey key = new MethodKey(owner.name, method.name, method.desc);
    if (method.instructions.size() == 0 || !suspendability.isSuspendable(key)) {
      return new Decision.Unchanged();
    }
    List<MethodInsnNode> calls = suspendingCalls(method);
    if (calls.isEmpty()) {
      return new Decision.Unchanged();
    }
    Optional<Refusal> refusal = refuseBySort(method, calls);
    return refusal.isPresent() ? refusal.get() : planCalls(key, method, calls);
  }

  private List<MethodInsnNode> suspendingCalls(MethodNode method) {
    List<MethodInsnNode> calls = new ArrayList<>();
    for (AbstractInsnNode insn : method.instructions) {
      if (insn instanceof MethodInsnNode call && isSuspensionPoint(call)) {
        calls.add(call);
      }
    }
    return calls;
  }

  private boolean isSuspensionPoint(MethodInsnNode call) {
    return suspendability.isSuspensionPoint(
        new MethodKey(call.owner, call.name, call.desc),
        call.getOpcode() == Opcodes.INVOKEINTERFACE);
  }

  private Optional<Refusal> refuseBySort(MethodNode method, List<MethodInsnNode> calls) {
    MethodInsnNode call = calls.get(0);
    if (method.name.equals("<clinit>")) {
      return Optional.of(refusal(method, Refusal.Reason.STATIC_INITIALISER, call));
    }
    if ((method.access & Opcodes.ACC_SYNCHRONIZED) != 0
        && !MonitorPlanner.canReleaseOwn(method, monitors)) {
      return Optional.of(refusal(method, Refusal.Reason.SYNCHRONIZED_METHOD, call));
    }
    return missingType.map(type -> withoutFrames(method, type, call));
  }

  private Decision planCalls(MethodKey key, MethodNode method, List<MethodInsnNode> calls) {
    if (!AnalysisCost.isBearable(method)) {
      return tooLarge(method, "its instructions with their locals, operands and try ranges");
    }
    ControlFlow flow = new ControlFlow(method);
    MonitorPlanner held = new MonitorPlanner(method, flow, monitors);
    BodyPlanner body = new BodyPlanner(suspendability, owner, method, flow, held);
    Optional<Refusal> refusal =
        body.holdsMonitor(calls)
            .map(call -> monitorHeld(method, call))
            .or(() -> refuseUninitialized(method, body, calls));
    if (refusal.isPresent()) {
      return refusal.get();
    }
    Map<Boolean, List<MethodInsnNode>> others =
        namesakes.of(method, calls).stream().collect(Collectors.partitioningBy(body::isFree));
    List<MethodInsnNode> points = inOrder(method, calls, others.get(true));
    Decision decision =
        body.plan(key, points, others.get(false), entry(key, method), tooLong.contains(key));
    if (!(decision instanceof MethodPlan plan)) {
      return decision;
    }
    return DescriptionWriter.fits(plan.description())
        ? body.inaccessible(plan).map(type -> inaccessible(method, type)).orElse(plan)
        : tooLarge(method);
  }

  private static List<MethodInsnNode> inOrder(
      MethodNode method, List<MethodInsnNode> calls, List<MethodInsnNode> others) {
    return Stream.concat(calls.stream(), others.stream())
        .sorted(Comparator.comparingInt(method.instructions::indexOf))
        .toList();
  }

  private Entry entry(MethodKey key, MethodNode method) {
    boolean bound = (method.access & (Opcodes.ACC_STATIC | Opcodes.ACC_PRIVATE)) != 0;
    return new Entry(slots.of(key), lambdas.of(method), bound);
  }

  private Optional<Refusal> refuseUninitialized(
      MethodNode method, BodyPlanner body, List<MethodInsnNode> calls) {
    return body.beforeSuper(calls)
        .map(call -> refusal(method, Refusal.Reason.BEFORE_SUPER, call))
        .or(
            () ->
                body.relocate(calls)
                    .map(call -> refusal(method, Refusal.Reason.UNINITIALIZED_OBJECT, call)));
  }

  private Refusal monitorHeld(MethodNode method, MethodInsnNode call) {
    String why =
        monitors == Monitors.RELEASE
            ? ", and its monitors are not entered and exited as a compiler writes it, so that they"
                + " cannot be released"
            : "";
    return refusal(method, Refusal.Reason.MONITOR_HELD, call, why);
  }

  private Refusal refusal(MethodNode method, Refusal.Reason reason, MethodInsnNode call) {
    return refusal(method, reason, call, "");
  }

  private Refusal refusal(
      MethodNode method, Refusal.Reason reason, MethodInsnNode call, String more) {
    MethodKey callee = new MethodKey(call.owner, call.name, call.desc);
    return new Refusal(
        reason,
        new SourceLines(owner, method).locationOf(call),
        "it calls " + callee + ", which can suspend" + way(suspendability.path(callee)) + more);
  }

  /** From the callee to the method that suspends, if that is another one. */
  private static String way(List<MethodKey> path) {
    return path.size() < 2
        ? ""
        : ": " + path.stream().map(MethodKey::toString).collect(Collectors.joining(" -> "));
  }

  private Decision inaccessible(MethodNode method, String type) {
    return new Refusal(
        Refusal.Reason.INACCESSIBLE_TYPE,
        new SourceLines(owner, method).locationOf(null),
        "it handles a " + type);
  }

  private Refusal withoutFrames(MethodNode method, String missing, MethodInsnNode call) {
    return new Refusal(
        Refusal.Reason.OLD_CLASS_FILE,
        new SourceLines(owner, method).locationOf(call),
        "its types cannot be told without " + missing + ", which is not found");
  }

  /**
   * The refusal of a method that turned out too large.
   *
   * @param method of the class
   * @return the refusal
   */
  public Refusal tooLarge(MethodNode method) {
    return tooLarge(method, "its code and the code for its suspension points");
  }

  private Refusal tooLarge(MethodNode method, String what) {
    return new Refusal(
        Refusal.Reason.METHOD_TOO_LARGE, new SourceLines(owner, method).locationOf(null), what);
  }
}
