package dev.respool.compiler.plan;

import dev.respool.compiler.analysis.ControlFlow;
import dev.respool.compiler.analysis.Liveness;
import dev.respool.compiler.analysis.ReceiverLocals;
import dev.respool.compiler.analysis.TypeState;
import dev.respool.compiler.analysis.TypeStates;
import dev.respool.compiler.analysis.UninitializedThis;
import dev.respool.compiler.suspendable.MethodKey;
import dev.respool.compiler.suspendable.Suspendability;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/** Plans the two bodies of a method that is going to be transformed. */
final class BodyPlanner {
  private final Suspendability suspendability;
  private final ClassNode owner;
  private final MethodNode method;
  private final ControlFlow flow;
  private final TypeStates types;
  private final Liveness liveness;
  private final MonitorPlanner monitors;
  private final SourceLines lines;
  private final AccessibleTypes accessible;
  private final ReceiverLocals receivers;
  private final Map<Integer, Relocation> relocations = new LinkedHashMap<>();

  BodyPlanner(
      Suspendability suspendability,
      ClassNode owner,
      MethodNode method,
      ControlFlow flow,
      MonitorPlanner monitors) {
    this.suspendability = suspendability;
    this.owner = owner;
    this.method = method;
    this.flow = flow;
    this.types = new TypeStates(owner.name, method);
    this.liveness = new Liveness(method, flow);
    this.monitors = monitors;
    this.lines = new SourceLines(owner, method);
    this.receivers = new ReceiverLocals(method);
    this.accessible = new AccessibleTypes(suspendability.accessibility(), owner.name);
  }

  /** A call that must not suspend because of a monitor that is held there. */
  Optional<MethodInsnNode> holdsMonitor(List<MethodInsnNode> calls) {
    return calls.stream().filter(call -> monitors.forbids(call, types)).findFirst();
  }

  /** Whether a call could be a suspension point, so that nothing would have to be refused. */
  boolean isFree(MethodInsnNode call) {
    List<MethodInsnNode> alone = List.of(call);
    return types.isReached(indexOf(call))
        && holdsMonitor(alone).isEmpty()
        && beforeSuper(alone).isEmpty()
        && relocate(alone).isEmpty();
  }

  /** A call of a constructor that finds its own object uninitialized when it is resumed. */
  Optional<MethodInsnNode> beforeSuper(List<MethodInsnNode> calls) {
    UninitializedThis uninitialized = new UninitializedThis(method, flow, types);
    return calls.stream().filter(call -> isEarly(indexOf(call), uninitialized)).findFirst();
  }

  /** An exception of {@code super(...)} itself leaves the object uninitialized, too. */
  private boolean isEarly(int index, UninitializedThis uninitialized) {
    return uninitialized.before(index)
        && !(uninitialized.initializes(index) && flow.blocksAt(index).isEmpty());
  }

  /**
   * Plans to move each new object that some call would find on the stack; gives a call whose object
   * cannot be moved.
   */
  Optional<MethodInsnNode> relocate(List<MethodInsnNode> calls) {
    RelocationPlanner planner = new RelocationPlanner(method, types);
    for (MethodInsnNode call : calls) {
      TypeState after = types.before(indexOf(call) + 1);
      if (after != null && !relocate(after, planner)) {
        return Optional.of(call);
      }
    }
    return Optional.empty();
  }

  private boolean relocate(TypeState state, RelocationPlanner planner) {
    for (Object type : state.stack()) {
      int index = types.newInsnOf(type);
      if (index >= 0 && !relocations.containsKey(index)) {
        Optional<Relocation> relocation = planner.plan(index);
        relocation.ifPresent(r -> relocations.put(index, r));
        if (relocation.isEmpty()) {
          return false;
        }
      }
    }
    return state.locals().stream().noneMatch(type -> types.newInsnOf(type) >= 0);
  }

  Decision plan(
      MethodKey key,
      List<MethodInsnNode> calls,
      List<MethodInsnNode> namesakes,
      Entry entry,
      boolean tooLong) {
    List<MethodInsnNode> reached =
        calls.stream().filter(call -> types.isReached(indexOf(call))).toList();
    if (reached.isEmpty()) {
      return new Decision.Unchanged();
    }
    Core core = Core.of(reached.stream().map(this::savedLocals).toList());
    List<SuspensionPoint> points = points(reached, core);
    List<Integer> starts = resumeStarts(points);
    BitSet resumeCode = flow.reachableFrom(starts);
    Map<Integer, StackMap> resumeFrames = frames(resumeCode);
    ReleasedMonitors released = monitors.plan(points, resumeCode, this::entry);
    ResumeSplitPlanner splits =
        new ResumeSplitPlanner(method, flow, points, resumeFrames, i -> entry(i, true));
    boolean canBeSplit = tooLong && released.equals(ReleasedMonitors.NONE);
    return new MethodPlan(
        key,
        FrameLayout.of(points),
        points,
        core.savedBy(points),
        Unchanged.locals(method, resumeCode, points),
        List.copyOf(relocations.values()),
        entry,
        receivers(namesakes),
        description(points),
        frames(null),
        resumeFrames,
        resumeCode,
        canBeSplit ? splits.plan(starts, resumeCode) : Optional.empty(),
        released,
        new FinalFieldPlanner(owner, method).plan(resumeCode),
        BodyVariant.NONE,
        false);
  }

  /** Which shape the frames have, and whether that has a gap, is known once the cells are given. */
  private List<SuspensionPoint> points(List<MethodInsnNode> calls, Core core) {
    List<SuspensionPoint> usingGap = points(calls, core, true);
    return FrameLayout.of(usingGap).hasRoom() ? usingGap : points(calls, core, false);
  }

  private List<SuspensionPoint> points(List<MethodInsnNode> calls, Core core, boolean gap) {
    List<SuspensionPoint> points = new ArrayList<>();
    for (MethodInsnNode call : calls) {
      points.add(point(points.size(), call, new SavedValues(gap, core)));
    }
    return points;
  }

  private Map<Integer, Object> savedLocals(MethodInsnNode call) {
    int index = indexOf(call);
    return Core.saved(accessible.of(types.before(index + 1).locals()), liveAcross(index));
  }

  private SuspensionPoint point(int number, MethodInsnNode call, SavedValues saved) {
    int index = indexOf(call);
    TypeState after = types.before(index + 1);
    BitSet live = liveAcross(index);
    StackMap all = stackMap(after, null);
    boolean hasResult = !call.desc.endsWith(")V");
    int below = all.stack().size() - (hasResult ? 1 : 0);
    return new SuspensionPoint(
        number,
        index,
        lines.lineOf(call),
        new MethodKey(call.owner, call.name, call.desc),
        call.getOpcode() == Opcodes.INVOKESTATIC,
        call.getOpcode() == Opcodes.INVOKESTATIC ? ReceiverLocals.NONE : receivers.of(index),
        call(call),
        saved.locals(accessible.of(after.locals()), live),
        saved.stack(accessible.of(all.stack().subList(0, below))),
        all,
        stackMap(after, live),
        List.copyOf(flow.blocksAt(index)),
        monitors.heldAt(call));
  }

  private BitSet liveAcross(int call) {
    return monitors.withLocals(liveness.acrossCall(call, flow), call);
  }

  private BitSet liveBefore(int index) {
    return monitors.withLocals(liveness.before(index), index);
  }

  /** The stack map before an instruction, of the resume method's copy or with monitors only. */
  private StackMap entry(int index, boolean copied) {
    BitSet live = copied ? liveBefore(index) : monitors.withLocals(new BitSet(), index);
    return stackMap(types.before(index), live);
  }

  private Call call(MethodInsnNode call) {
    MethodKey callee = new MethodKey(call.owner, call.name, call.desc);
    Optional<Call.Leaf> leaf = RuntimeVariants.of(callee);
    if (leaf.isPresent()) {
      return leaf.get();
    }
    boolean bound =
        call.getOpcode() == Opcodes.INVOKESTATIC || call.getOpcode() == Opcodes.INVOKESPECIAL;
    Optional<MethodKey> target = suspendability.boundTarget(callee, bound);
    return target.isPresent() ? new Call.Bound(target.get()) : new Call.Dispatched();
  }

  private List<Integer> resumeStarts(List<SuspensionPoint> points) {
    List<Integer> starts = new ArrayList<>();
    for (SuspensionPoint point : points) {
      starts.add(point.index() + 1);
      for (TryCatchBlockNode block : point.handlers()) {
        starts.add(flow.indexOf(block.handler));
      }
    }
    return starts;
  }

  /**
   * The stack map frames of a body: all of them with all types, or those in {@code kept} with live
   * locals only.
   */
  private Map<Integer, StackMap> frames(BitSet kept) {
    Map<Integer, StackMap> frames = new HashMap<>();
    for (int i = 0; i < method.instructions.size(); i++) {
      if (method.instructions.get(i) instanceof FrameNode frame && (kept == null || kept.get(i))) {
        BitSet live = kept == null ? null : liveBefore(i);
        frames.put(i, stackMap(TypeStates.of(frame), live));
      }
    }
    return frames;
  }

  private StackMap stackMap(TypeState state, BitSet live) {
    List<Object> locals = new ArrayList<>();
    for (int slot = 0; slot < state.locals().size(); slot++) {
      boolean keep = live == null || live.get(slot);
      locals.add(keep ? mapped(state.locals().get(slot)) : Opcodes.TOP);
    }
    TypeState moved =
        state.mapStack(t -> relocations.containsKey(types.newInsnOf(t)) ? null : mapped(t));
    return live == null
        ? new StackMap(locals, moved.stack())
        : new StackMap(accessible.of(locals), accessible.of(moved.stack()));
  }

  /**
   * A type that an instruction of the resume method wants of a value, or the method has to return,
   * although its class must not name it.
   */
  Optional<String> inaccessible(MethodPlan plan) {
    Optional<String> returned = accessible.inaccessible(Type.getReturnType(method.desc));
    return returned.isPresent() || !accessible.areOthers()
        ? returned
        : accessible.wanted(method.instructions, plan.resumeCode(), method.desc);
  }

  private Object mapped(Object type) {
    int index = types.newInsnOf(type);
    return index < 0 ? type : new StackMap.Uninitialized(index);
  }

  private String description(List<SuspensionPoint> points) {
    return new DescriptionWriter(owner, method, lines).write(points);
  }

  /** A protected method elsewhere can be called on objects of the own class only. */
  private Map<Integer, String> receivers(List<MethodInsnNode> calls) {
    Map<Integer, String> receivers = new HashMap<>();
    for (MethodInsnNode call : calls) {
      MethodKey callee = new MethodKey(call.owner, call.name, call.desc);
      boolean onOwn = suspendability.accessibility().isProtectedElsewhere(callee, owner.name);
      receivers.put(indexOf(call), onOwn ? owner.name : call.owner);
    }
    return receivers;
  }

  private int indexOf(MethodInsnNode call) {
    return method.instructions.indexOf(call);
  }
}
