package dev.respool.compiler.emit;

import dev.respool.compiler.plan.MethodPlan;
import dev.respool.compiler.plan.ReleasedMonitors;
import dev.respool.compiler.plan.SavedValue;
import dev.respool.compiler.plan.StackMap;
import dev.respool.compiler.plan.SuspensionPoint;
import dev.respool.compiler.plan.ValueKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
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
 *     spill0: respool$spill$0(0, frame, locals); return null;
 *   }
 * </pre>
 *
 * <p>It holds only the code that can run after a resumption, and only live locals have types.
 */
final class ResumeMethod implements Body {
  private static final int ACCESS =
      Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC;

  private final MethodNode method;
  private final MethodPlan plan;
  private final String frameClass;
  private final Code code = new Code();
  private final BodyCopy copy;
  private final SpillMethods spillMethods;
  private final Restore restore;
  private final MonitorCode monitors;
  private final LabelNode unhandled = new LabelNode();
  private final List<LabelNode> spills = new ArrayList<>();
  private final List<LabelNode> landings = new ArrayList<>();
  private final List<TryCatchBlockNode> throwBlocks = new ArrayList<>();

  ResumeMethod(MethodNode method, MethodPlan plan, SpillMethods spillMethods) {
    this.method = method;
    this.plan = plan;
    this.frameClass = RuntimeAbi.frameClass(plan.layout());
    this.copy = new BodyCopy(method, plan, code, this);
    this.spillMethods = spillMethods;
    this.restore = new Restore(code, plan.layout());
    this.monitors = new MonitorCode(code, plan, this);
  }

  /** A new method; the original is only read. */
  MethodNode emit(String name) {
    MethodNode twin = new MethodNode(access(), name, RuntimeAbi.resume(plan.layout()), null, null);
    Collection<List<SuspensionPoint>> groups = Groups.ofRestored(plan.points());
    SortedMap<Integer, LabelNode> starts = dispatch(groups);
    copy.copy();
    monitors.rest(starts);
    groups.forEach(group -> restore(group, starts.get(group.get(0).number())));
    if (plan.points().stream().anyMatch(point -> point.handlers().isEmpty())) {
      rethrow(List.of(), unhandled);
    }
    Groups.ofSaved(plan.points()).forEach(this::spill);
    twin.tryCatchBlocks = monitors.handlers();
    twin.tryCatchBlocks.addAll(TryBlocks.kept(method, copy, plan.resumeCode()));
    twin.tryCatchBlocks.addAll(throwBlocks);
    twin.localVariables = DebugInformation.ofResumeMethod(method, copy, plan.resumeCode());
    twin.instructions = code.instructions();
    twin.maxLocals = Locals.temporaries(method.maxLocals) + Emitter.temporaries(plan);
    twin.maxStack = method.maxStack + Emitter.extraStack(plan);
    return twin;
  }

  /** The monitor of the class is that of a static method, whichever (JVMS 2.11.10). */
  private int access() {
    boolean locked = plan.monitors().ofMethod() == ReleasedMonitors.OfMethod.CLASS;
    return locked ? ACCESS | Opcodes.ACC_SYNCHRONIZED : ACCESS;
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
    LabelNode throwing = any.handlers().isEmpty() ? unhandled : new LabelNode();
    code.add(start);
    LabelNode again = new LabelNode();
    boolean holding = plan.monitors().areHeldAt(any);
    monitors.guard(
        any.monitors(),
        () -> {
          restoreLocals(any);
          if (holding) {
            continueInside(again);
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
    code.line(point.line());
    restore.locals(others);
  }

  /** The frame has its monitors; what it has called continues on top of it. */
  private void continueInside(LabelNode again) {
    loadCarrier(); // carrier
    code.load(ValueKind.REF, Locals.FRAME); // carrier, frame
    code.invokeStatic(RuntimeAbi.REACQUISITION, "inside", RuntimeAbi.INSIDE, false); // value
    code.store(ValueKind.REF, Locals.VALUE);
    loadCarrier(); // carrier
    code.getField(RuntimeAbi.CARRIER, "suspending", "Z"); // suspending
    code.ifTrue(again);
  }

  /** What it has called has suspended again; the frame has everything still. */
  private void releaseAgain(SuspensionPoint point, LabelNode start) {
    code.add(start);
    frame(new StackMap(point.liveTypes().locals(), List.of()), "java/lang/Object");
    MonitorCode.exit(code, point.monitors(), Locals.OWN);
    noteReleased();
    code.zero(ValueKind.REF); // null
    code.returnValue(ValueKind.REF);
  }

  private void noteReleased() {
    loadCarrier(); // carrier
    code.load(ValueKind.REF, Locals.FRAME); // carrier, frame
    code.invokeStatic(
        RuntimeAbi.REACQUISITION, "released", RuntimeAbi.RELEASED_AGAIN, false); // nothing
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
    restore.result(any.resultType()); // operands, result
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

  private void spill(List<SuspensionPoint> group) {
    List<SuspensionPoint> copied =
        group.stream().filter(point -> spills.get(point.number()) != null).toList();
    if (copied.isEmpty()) {
      return; // no call of them is part of this body
    }
    Groups.join(copied, code, this, spills, SuspensionPoint::liveTypes); // operands, point
    MonitorCode.exit(code, copied.get(0).monitors(), Locals.OWN);
    fill(copied.get(0)); // nothing
    if (plan.monitors().areHeldAt(copied.get(0))) {
      noteReleased();
    }
    code.zero(ValueKind.REF); // null
    code.returnValue(ValueKind.REF);
  }

  /** What the frame has still needs not be put into it. */
  private void fill(SuspensionPoint point) {
    List<SavedValue> changed = new ArrayList<>(point.locals());
    changed.removeAll(plan.unchanged());
    if (SpillMethods.serve(point)) {
      code.load(ValueKind.REF, Locals.FRAME); // operands, point, frame
      spillMethods.call(code, point, changed, plan.layout(), Locals.OWN); // nothing
    } else {
      new Spill(code, plan.layout()).fill(point, changed, Locals.FRAME, Locals.OWN); // nothing
    }
  }

  @Override
  public int shift() {
    return Locals.OWN;
  }

  @Override
  public boolean keeps(int index) {
    return plan.resumeCode().get(index);
  }

  @Override
  public boolean mayAssignFinals() {
    return false;
  }

  @Override
  public void loadCarrier() {
    code.load(ValueKind.REF, Locals.CARRIER);
  }

  @Override
  public void frame(int index) {
    frame(plan.resumeFrames().get(index));
  }

  @Override
  public void frame(StackMap types) {
    frame(types, Opcodes.TOP);
  }

  private void frame(StackMap types, Object valueType) {
    List<Object> locals = new ArrayList<>(List.of(RuntimeAbi.CARRIER, frameClass, valueType));
    locals.addAll(Locals.entries(types, 0));
    code.frame(locals, types.stack());
  }

  @Override
  public void after(SuspensionPoint point, boolean copied, boolean frameFollows) {
    spills.add(copied ? new LabelNode() : null);
    if (copied) {
      loadCarrier(); // …, result, carrier
      code.getField(RuntimeAbi.CARRIER, "suspending", "Z"); // …, result, suspending
      code.ifTrue(spills.get(point.number())); // …, result
    }
    LabelNode landing = new LabelNode();
    landings.add(landing);
    code.add(landing);
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

  @Override
  public void caught() {
    code.dup(); // exception, exception
    loadCarrier(); // exception, exception, carrier
    code.load(ValueKind.REF, Locals.FRAME); // exception, exception, carrier, frame
    code.invokeStatic(RuntimeAbi.TRAMPOLINE, "caught", RuntimeAbi.CAUGHT, false); // exception
  }

  @Override
  public void returnValue(Type type) {
    if (plan.finals().published()) {
      code.releaseFence();
    }
    if (type.getSort() == Type.VOID) {
      code.zero(ValueKind.REF); // null
    } else if (ValueKind.of(type) != ValueKind.REF) {
      code.widen(ValueKind.of(type)); // bits
      loadCarrier(); // bits, carrier
      code.swapBelowLong(); // carrier, bits
      code.putField(RuntimeAbi.CARRIER, "prim", "J"); // nothing
      code.zero(ValueKind.REF); // null
    }
    code.returnValue(ValueKind.REF);
  }
}
