package dev.respool.compiler.emit;

import dev.respool.compiler.plan.MethodPlan;
import dev.respool.compiler.plan.ReleasedMonitors;
import dev.respool.compiler.plan.ResumeSplit;
import dev.respool.compiler.plan.SavedValue;
import dev.respool.compiler.plan.StackMap;
import dev.respool.compiler.plan.SuspensionPoint;
import dev.respool.compiler.plan.ValueKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/**
 * The twin that continues a frame:
 *
 * <pre>
 *   private static Object m(Carrier carrier, Shape frame, Object value) {
 *     switch (frame.point) { case 0: goto restore0; … }
 *     … x = callee(…); if (carrier.suspending) goto spill0; after0: …
 *     restore0: locals = frame.cells; if (carrier.throwing) goto throw0; push operands, value; goto after0;
 *     throw0: throw carrier.thrown(value);            // in the try ranges of the call, if any
 *     … catch (E e) { Trampoline.caught(e, carrier, frame); …  // shows the suspended callers in its trace
 *     spill0: return respool$spill$0(0, frame, locals);
 *   }
 * </pre>
 *
 * <p>It holds only the code that can run after a resumption, and only live locals have types. If
 * that is too long, it ends at a cut, and calls its {@link ResumeTail} there.
 */
final class ResumeMethod extends ResumedBody {
  private final ClassNode owner;
  private final Optional<String> resumeTail;
  private final LabelNode handover = new LabelNode();
  private final Restore restore;
  private final MonitorCode monitors;
  private final LabelNode unhandled = new LabelNode();
  private final Map<Integer, LabelNode> landings = new HashMap<>();
  private final List<TryCatchBlockNode> throwBlocks = new ArrayList<>();

  /**
   * @param resumeTail the name of its second part, if the plan has one
   */
  ResumeMethod(
      ClassNode owner,
      MethodNode method,
      MethodPlan plan,
      Optional<String> resumeTail,
      SpillMethods spillMethods) {
    super(method, plan, plan.resumedCode(), null, spillMethods);
    this.owner = owner;
    this.resumeTail = resumeTail;
    this.restore = new Restore(code, plan.layout());
    this.monitors = new MonitorCode(code, plan, this);
  }

  /** A new method; the original is only read. */
  MethodNode emit(String name) {
    MethodNode twin =
        new MethodNode(accessWithMonitor(), name, RuntimeAbi.resume(plan.layout()), null, null);
    Collection<List<SuspensionPoint>> groups = Groups.ofRestored(plan);
    plan.points().forEach(point -> landings.put(point.number(), new LabelNode()));
    findEntry();
    resumeTail.ifPresent(this::handOver);
    SortedMap<Integer, LabelNode> starts = dispatch(groups);
    if (plan.debuggable()) {
      SilentLine.write(code, this, lineWhereItIsEntered());
      restore(groups, starts);
      copy.copy();
    } else {
      copy.copy();
      restore(groups, starts);
    }
    spills();
    twin.tryCatchBlocks = monitors.handlers();
    complete(twin);
    twin.tryCatchBlocks.addAll(throwBlocks);
    return twin;
  }

  /** A step into the method ends here, before it is known at which point the frame stands. */
  private int lineWhereItIsEntered() {
    int[] lines = plan.points().stream().mapToInt(SuspensionPoint::line).distinct().toArray();
    return lines.length == 1 ? lines[0] : DebugInformation.firstLine(method);
  }

  private void restore(
      Collection<List<SuspensionPoint>> groups, SortedMap<Integer, LabelNode> starts) {
    monitors.rest(starts);
    groups.forEach(group -> restore(group, starts.get(group.get(0).number())));
    if (plan.points().stream().anyMatch(this::isThrownWithOthers)) {
      rethrow(List.of(), unhandled);
    }
  }

  private boolean isThrownWithOthers(SuspensionPoint point) {
    return point.handlers().isEmpty() && !plan.debuggable();
  }

  /** Stands before all lines, so that stack traces can leave this activation out. */
  private void handOver(String tail) {
    LabelNode dispatch = new LabelNode();
    ResumeSplit split = plan.split().orElseThrow();
    code.goTo(dispatch);
    code.add(handover);
    frame(split.types());
    loadCarrier(); // carrier
    code.load(ValueKind.REF, Locals.FRAME); // carrier, frame
    for (ResumeSplit.Local local : split.handedOver()) {
      code.load(local.kind(), local.slot() + Locals.OWN); // carrier, frame, locals
    }
    code.invokeStatic(
        owner.name, tail, ResumeTail.descriptor(plan), Emitter.isInterface(owner)); // result
    code.returnValue(ValueKind.REF);
    code.add(dispatch);
    frame(new StackMap(List.of(), List.of()), "java/lang/Object");
  }

  @Override
  public boolean isResumed() {
    return true;
  }

  @Override
  public void at(int index) {
    super.at(index);
    plan.split()
        .filter(split -> split.cut() == index)
        .ifPresent(
            split -> {
              if (split.framed()) {
                frame(split.types());
              }
              code.goTo(handover);
            });
  }

  /** The monitor of the class is that of a static method, whichever (JVMS 2.11.10). */
  private int accessWithMonitor() {
    boolean locked = plan.monitors().ofMethod() == ReleasedMonitors.OfMethod.CLASS;
    return locked ? access() | Opcodes.ACC_SYNCHRONIZED : access();
  }

  /** Where each group is restored, by the number of each of its points. */
  private SortedMap<Integer, LabelNode> dispatch(Collection<List<SuspensionPoint>> groups) {
    SortedMap<Integer, LabelNode> starts = new TreeMap<>();
    SortedMap<Integer, LabelNode> withCore = new TreeMap<>();
    for (List<SuspensionPoint> group : groups) {
      LabelNode start = new LabelNode();
      put(starts, group, start);
      if (hasCore(group.get(0))) {
        put(withCore, group, start);
      }
    }
    if (withCore.isEmpty()) {
      goToPoint(monitors.next(0, starts));
    } else {
      dispatch(monitors.next(0, starts), withCore);
    }
    return starts;
  }

  private void dispatch(
      SortedMap<Integer, LabelNode> starts, SortedMap<Integer, LabelNode> withCore) {
    if (withCore.size() < starts.size()) {
      LabelNode core = new LabelNode();
      SortedMap<Integer, LabelNode> first = new TreeMap<>(starts);
      withCore.keySet().forEach(point -> first.put(point, core));
      goToPoint(first);
      code.add(core);
      frame(Groups.types(List.of(), List.of()), "java/lang/Object");
    }
    restore.locals(plan.core());
    goToPoint(withCore);
  }

  /** Behind the monitors that a point gets back stands the code that restores its locals. */
  private boolean hasCore(SuspensionPoint point) {
    return !plan.core().isEmpty()
        && point.monitors().isEmpty()
        && point.locals().containsAll(plan.core());
  }

  void goToPoint(SortedMap<Integer, LabelNode> targets) {
    if (targets.values().stream().distinct().count() == 1) {
      code.goTo(targets.get(targets.firstKey()));
    } else {
      loadPoint(); // point
      code.goToNumbered(targets);
    }
  }

  private void loadPoint() {
    code.load(ValueKind.REF, Locals.FRAME); // frame
    code.getField(RuntimeAbi.FRAME, "point", "I"); // point
  }

  private void restore(List<SuspensionPoint> group, LabelNode start) {
    SuspensionPoint any = group.get(0);
    LabelNode throwing = isThrownWithOthers(any) ? unhandled : new LabelNode();
    if (plan.debuggable()) {
      SilentLine.write(code, this, any.line());
    }
    code.add(start);
    LabelNode again = new LabelNode();
    LabelNode restored = new LabelNode();
    boolean holding = plan.isHeldAt(any);
    monitors.guard(
        any.monitors(),
        () -> {
          restoreLocals(any);
          code.add(restored);
          if (holding) {
            continueInside(any, again);
          }
          loadCarrier(); // carrier
          code.getField(RuntimeAbi.CARRIER, "throwing", "Z"); // throwing
          code.ifTrue(throwing);
          land(group);
        });
    if (holding) {
      releaseAgain(any, again);
    }
    if (throwing != unhandled) {
      rethrow(any, throwing);
    }
    if (plan.debuggable()) {
      LabelNode end = new LabelNode();
      code.add(end);
      names.add(any, restored, end);
    }
  }

  private void restoreLocals(SuspensionPoint point) {
    List<SavedValue> others = new ArrayList<>(point.locals());
    if (point.monitors().isEmpty()) {
      List<SavedValue> restored = hasCore(point) ? plan.core() : List.of();
      frame(Groups.types(restored, List.of()), "java/lang/Object");
      others.removeAll(restored);
    } else {
      frame(new StackMap(monitors.types(point.monitors()), List.of()));
      others.removeIf(
          local -> point.monitors().stream().anyMatch(m -> m.local() == local.position()));
    }
    if (!plan.debuggable()) {
      code.line(point.line());
    }
    restore.locals(others);
  }

  /** The frame has its monitors; what it has called continues on top of it. */
  private void continueInside(SuspensionPoint point, LabelNode again) {
    loadCarrier(); // carrier
    code.load(ValueKind.REF, Locals.FRAME); // carrier, frame
    if (plan.monitors().areHeldAt(point)) {
      code.invokeStatic(RuntimeAbi.REACQUISITION, "inside", RuntimeAbi.INSIDE, false); // value
    } else {
      code.load(ValueKind.REF, Locals.VALUE); // carrier, frame, value
      code.invokeStatic(RuntimeAbi.REACQUISITION, "below", RuntimeAbi.BELOW, false); // value
    }
    code.store(ValueKind.REF, Locals.VALUE);
    loadCarrier(); // carrier
    code.getField(RuntimeAbi.CARRIER, "suspending", "I"); // suspending
    code.ifTrue(again);
  }

  /** What it has called has suspended again; the frame has everything still. */
  private void releaseAgain(SuspensionPoint point, LabelNode start) {
    code.add(start);
    frame(new StackMap(point.liveTypes().locals(), List.of()), "java/lang/Object");
    MonitorCode.exit(code, point.monitors(), Locals.OWN);
    noteHolder(point);
    code.zero(ValueKind.REF); // null
    code.returnValue(ValueKind.REF);
  }

  /** Goes behind the call of the point at which the frame stands; the locals are there. */
  private void land(List<SuspensionPoint> group) {
    Collection<List<SuspensionPoint>> landed = Groups.ofLanded(group);
    if (landed.size() == 1) {
      landTogether(group);
      return;
    }
    SortedMap<Integer, LabelNode> starts = new TreeMap<>();
    landed.forEach(points -> put(starts, points, new LabelNode()));
    goToPoint(starts);
    for (List<SuspensionPoint> points : landed) {
      SuspensionPoint any = points.get(0);
      code.add(starts.get(any.number()));
      frame(new StackMap(any.liveTypes().locals(), List.of()), "java/lang/Object");
      landTogether(points);
    }
  }

  private void landTogether(List<SuspensionPoint> points) {
    SuspensionPoint any = points.get(0);
    restore.operands(any); // operands
    restore.result(any); // operands, result
    SortedMap<Integer, LabelNode> targets = new TreeMap<>();
    points.forEach(point -> targets.put(point.number(), landings.get(point.number())));
    goToPoint(targets);
  }

  private static void put(
      SortedMap<Integer, LabelNode> targets, List<SuspensionPoint> points, LabelNode target) {
    points.forEach(point -> targets.put(point.number(), target));
  }

  /** Throws the callee's exception where its call stands, as far as handlers can tell. */
  private void rethrow(SuspensionPoint point, LabelNode start) {
    LabelNode end = new LabelNode();
    rethrow(point.liveTypes().locals(), start);
    code.add(end);
    for (TryCatchBlockNode block : point.handlers()) {
      throwBlocks.add(new TryCatchBlockNode(start, end, copy.label(block.handler), block.type));
    }
  }

  private void rethrow(List<Object> locals, LabelNode start) {
    code.add(start);
    frame(new StackMap(locals, List.of()), "java/lang/Object");
    loadCarrier(); // carrier
    code.load(ValueKind.REF, Locals.VALUE); // carrier, value
    code.invokeVirtual(RuntimeAbi.CARRIER, "thrown", RuntimeAbi.THROWN); // exception
    code.throwException();
  }

  @Override
  public void after(SuspensionPoint point, boolean copied, boolean frameFollows) {
    if (copied) {
      checkSuspension(point);
    }
    code.add(landings.get(point.number()));
    if (!frameFollows) {
      frame(point.liveTypes());
    }
  }

  @Override
  public void enterMonitor(int index) {
    monitors.enter(index);
  }

  /** Gives a local some value of a type. */
  void initialize(int slot, Object type) {
    if (type != Opcodes.TOP) {
      ValueKind kind = ValueKind.of(type);
      code.zero(kind); // value
      code.store(kind, slot + Locals.OWN);
    }
  }
}
