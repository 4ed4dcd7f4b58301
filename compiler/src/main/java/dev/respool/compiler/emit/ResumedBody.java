package dev.respool.compiler.emit;

import dev.respool.compiler.plan.MethodPlan;
import dev.respool.compiler.plan.SavedValue;
import dev.respool.compiler.plan.StackMap;
import dev.respool.compiler.plan.SuspensionPoint;
import dev.respool.compiler.plan.ValueKind;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * What the methods that run after a resumption have in common: the carrier and the frame are their
 * first parameters, a suspension fills the same frame again, only live locals have types.
 */
abstract class ResumedBody implements Body {
  private static final int ACCESS = Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC;

  final MethodNode method;
  final MethodPlan plan;
  final Code code = new Code();
  final BodyCopy copy;
  private final String frameClass;
  private final BitSet kept;
  private final boolean tells;
  private final SpillMethods spillMethods;
  final NamedLocals names;
  private final Map<Integer, LabelNode> spills = new HashMap<>();

  /**
   * @param kept the instructions of the original that this body has
   * @param start what holds where it is entered with locals, by the index of the original
   *     instruction; null if it is entered with a frame
   */
  ResumedBody(
      MethodNode method,
      MethodPlan plan,
      BitSet kept,
      Map.Entry<Integer, StackMap> start,
      SpillMethods spillMethods) {
    this.method = method;
    this.plan = plan;
    this.frameClass = RuntimeAbi.frameClass(plan.layout());
    this.kept = kept;
    this.tells = plan.tells();
    this.spillMethods = spillMethods;
    this.names = new NamedLocals(method, plan, kept, start);
    this.copy = new BodyCopy(method, plan, code, this);
  }

  /** What is synthetic is skipped by debuggers, and by tools that measure coverage. */
  final int access() {
    return plan.debuggable() ? ACCESS : ACCESS | Opcodes.ACC_SYNTHETIC;
  }

  /** Behind the copied code: the ways out of it into the frame. */
  final void spills() {
    Groups.ofSaved(plan).forEach(this::spill);
  }

  /** Makes the written code that of a method. */
  final void complete(MethodNode twin) {
    twin.tryCatchBlocks.addAll(TryBlocks.kept(method, copy, kept));
    twin.localVariables = names.all();
    twin.instructions = code.instructions();
    twin.maxLocals = Locals.temporaries(method.maxLocals) + Emitter.temporaries(plan);
    twin.maxStack = method.maxStack + Emitter.extraStack(plan);
    TransformedMark.ofPoints(twin, plan);
  }

  private void spill(List<SuspensionPoint> group) {
    List<SuspensionPoint> copied = new ArrayList<>(group);
    copied.removeIf(point -> !spills.containsKey(point.number()));
    if (copied.isEmpty()) {
      return; // no call of them is part of this body
    }
    Groups.join(copied, code, this, spills::get, SuspensionPoint::liveTypes); // operands, point
    MonitorCode.exit(code, copied.get(0).monitors(), Locals.OWN);
    fill(copied.get(0)); // frame
    if (plan.isHeldAt(copied.get(0))) {
      noteHolder(copied.get(0));
    }
    code.returnValue(ValueKind.REF); // the trampoline does not look at it
  }

  /** What the frame has still needs not be put into it. */
  private void fill(SuspensionPoint point) {
    List<SavedValue> changed = new ArrayList<>(point.locals());
    changed.removeAll(plan.unchanged());
    if (SpillMethods.serve(point)) {
      code.load(ValueKind.REF, Locals.FRAME); // operands, point, frame
      spillMethods.call(code, point, changed, plan.layout(), Locals.OWN); // frame
    } else {
      new Spill(code, plan.layout()).fill(point, changed, Locals.FRAME, Locals.OWN); // nothing
      code.load(ValueKind.REF, Locals.FRAME); // frame
    }
  }

  final void noteHolder(SuspensionPoint point) {
    code.load(ValueKind.REF, Locals.FRAME); // frame
    loadCarrier(); // frame, carrier
    Holder.note(code, plan, point); // nothing
  }

  @Override
  public void at(int index) {
    names.at(index, code);
  }

  @Override
  public int shift() {
    return Locals.OWN;
  }

  @Override
  public boolean isDebuggable() {
    return plan.debuggable();
  }

  @Override
  public boolean keeps(int index) {
    return kept.get(index);
  }

  @Override
  public boolean mayAssignFinals() {
    return false;
  }

  @Override
  public boolean mayBeDormant() {
    return false;
  }

  @Override
  public void loadCarrier() {
    code.load(ValueKind.REF, Locals.CARRIER);
  }

  @Override
  public void loadEntry() {
    code.load(ValueKind.LONG, Locals.resumedEntry(method.maxLocals));
  }

  /** Finds the entry. */
  final void findEntry() {
    if (tells) {
      code.load(ValueKind.REF, Locals.FRAME); // frame
      code.invokeVirtual(RuntimeAbi.FRAME, "number", RuntimeAbi.NUMBER); // entry
      code.store(ValueKind.LONG, Locals.resumedEntry(method.maxLocals));
    }
  }

  @Override
  public List<Object> localsAt(int index) {
    return plan.resumeFrames().get(index).locals();
  }

  @Override
  public void frame(int index) {
    frame(plan.resumeFrames().get(index));
  }

  @Override
  public void frame(StackMap types) {
    frame(types, Opcodes.TOP);
  }

  final void frame(StackMap types, Object valueType) {
    List<Object> locals = new ArrayList<>(List.of(RuntimeAbi.CARRIER, frameClass, valueType));
    locals.addAll(Locals.entries(types, tells ? method.maxLocals : 0));
    if (tells) {
      locals.add(Opcodes.LONG);
    }
    code.frame(locals, types.stack());
  }

  /** Behind the copy of a call: it may have suspended. */
  final void checkSuspension(SuspensionPoint point) {
    LabelNode spill = new LabelNode();
    spills.put(point.number(), spill);
    loadCarrier(); // …, result, carrier
    code.getField(RuntimeAbi.CARRIER, "suspending", "I"); // …, result, suspending
    code.ifTrue(spill); // …, result
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
