package dev.respool.compiler.emit;

import dev.respool.compiler.plan.Call;
import dev.respool.compiler.plan.MethodPlan;
import dev.respool.compiler.plan.StackMap;
import dev.respool.compiler.plan.SuspensionPoint;
import dev.respool.compiler.plan.ValueKind;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * The original method with checks:
 *
 * <pre>
 *   R m(args) {
 *     Carrier carrier = AwakeMethods.at(SLOT).enter(Owner.class);  // DORMANT mostly
 *     long entry = carrier.entry;
 *     … Carrier.call(receiver, carrier, entry, 0); x = receiver.callee(…);
 *     if (Carrier.suspended(carrier)) goto spill0; …
 *     spill0: frame = respool$spill$0(0, respool$frame$m(), locals); goto end;
 *     end: return (R) Trampoline.capture(frame, carrier, entry);  // a result, if its caller cannot be
 *   }
 * </pre>
 *
 * <p>As a variant it gets the carrier as its last argument and was called by nobody else, so that
 * it need not ask for it and is never refused.
 */
final class FastPath implements Body {
  private static final int VARIANT = Opcodes.ACC_PRIVATE | Opcodes.ACC_SYNTHETIC;

  private final ClassNode owner;
  private final MethodNode method;
  private final MethodPlan plan;
  private final Code code = new Code();
  private final BodyCopy copy;
  private final SpillMethods spillMethods;
  private final int carrier;
  private final boolean hasEntry;
  private final List<LabelNode> spills = new ArrayList<>();

  FastPath(ClassNode owner, MethodNode method, MethodPlan plan, SpillMethods spillMethods) {
    this.owner = owner;
    this.method = method;
    this.plan = plan;
    this.carrier = Locals.fastCarrier(plan, method.maxLocals);
    this.hasEntry =
        switch (plan.variant()) {
          case NONE -> true;
          case ASKS_FIRST -> plan.tells();
          case ASKS_WHERE_IT_TELLS -> false;
        };
    this.copy = new BodyCopy(method, plan, code, this);
    this.spillMethods = spillMethods;
  }

  /** Replaces the code of the method. */
  void emit() {
    Door.enter(code, owner, plan, carrier); // nothing
    body(this::capture);
    replaceCode(method);
  }

  /** frame, carrier; captures the activation, or returns its result. */
  private void capture() {
    loadEntry(); // frame, carrier, entry
    new WayOut(code, Type.getReturnType(method.desc)).capture();
  }

  /** frame, carrier; captures the activation. */
  private void captureBound() {
    code.invokeStatic(RuntimeAbi.CARRIER, "captureBound", RuntimeAbi.CAPTURE_BOUND, false);
    new WayOut(code, Type.getReturnType(method.desc)).returnDummy();
  }

  /** Makes a new method of the code; what is left of the old one is for a {@link Door}. */
  MethodNode emitVariant() {
    int parameter = Type.getArgumentsAndReturnSizes(method.desc) >> 2;
    boolean isStatic = (method.access & Opcodes.ACC_STATIC) != 0;
    code.load(ValueKind.REF, isStatic ? parameter - 1 : parameter); // carrier
    code.store(ValueKind.REF, carrier);
    if (hasEntry) {
      Door.findNumber(code, owner, plan); // entry
      code.store(ValueKind.LONG, entry());
    }
    body(this::captureBound);
    int access = VARIANT | method.access & (Opcodes.ACC_STATIC | Opcodes.ACC_STRICT);
    String descriptor = Call.Variant.descriptor(method.desc);
    String[] exceptions = method.exceptions.toArray(new String[0]);
    MethodNode variant = new MethodNode(access, method.name, descriptor, null, exceptions);
    variant.maxLocals = method.maxLocals;
    variant.maxStack = method.maxStack;
    variant.localVariables = method.localVariables;
    variant.visibleLocalVariableAnnotations = method.visibleLocalVariableAnnotations;
    variant.invisibleLocalVariableAnnotations = method.invisibleLocalVariableAnnotations;
    variant.tryCatchBlocks = method.tryCatchBlocks;
    variant.instructions = method.instructions;
    replaceCode(variant);
    return variant;
  }

  private void body(Runnable wayOut) {
    copy.copy();
    LabelNode end = new LabelNode();
    Iterator<List<SuspensionPoint>> groups = Groups.ofSaved(plan).iterator();
    while (groups.hasNext()) {
      List<SuspensionPoint> group = groups.next();
      Groups.join(group, code, this, spills::get, SuspensionPoint::allTypes); // operands, point
      MonitorCode.exit(code, group.get(0).monitors(), 0);
      fill(group.get(0)); // frame
      if (plan.debuggable()) {
        leave(wayOut);
      } else if (groups.hasNext()) {
        code.goTo(end);
      }
    }
    if (!plan.debuggable()) {
      code.add(end); // all ways into the frame meet
      frame(new StackMap(List.of(), List.of(RuntimeAbi.frameClass(plan.layout())))); // frame
      leave(wayOut);
    }
  }

  /** frame; the end of the method. */
  private void leave(Runnable wayOut) {
    loadCarrier(); // frame, carrier
    wayOut.run();
  }

  private void replaceCode(MethodNode target) {
    DebugInformation.remap(target, copy);
    target.tryCatchBlocks = TryBlocks.all(target, copy);
    target.instructions = code.instructions();
    target.maxLocals = Locals.temporaries(target.maxLocals) + Emitter.temporaries(plan);
    target.maxStack += Emitter.extraStack(plan);
  }

  private void fill(SuspensionPoint point) {
    FrameFactory.call(code, owner, method, plan); // operands, point, frame
    if (SpillMethods.serve(point)) {
      spillMethods.call(code, point, point.locals(), plan.layout(), 0); // frame
    } else {
      int frame = carrier + Locals.FAST_FRAME;
      code.store(ValueKind.REF, frame); // operands, point
      new Spill(code, plan.layout()).fill(point, point.locals(), frame, 0); // nothing
      code.load(ValueKind.REF, frame); // frame
    }
    if (plan.isHeldAt(point)) {
      code.dup(); // frame, frame
      loadCarrier(); // frame, frame, carrier
      Holder.note(code, plan, point); // frame
    }
  }

  @Override
  public int shift() {
    return 0;
  }

  @Override
  public boolean isDebuggable() {
    return plan.debuggable();
  }

  @Override
  public boolean keeps(int index) {
    return true;
  }

  @Override
  public boolean mayAssignFinals() {
    return true;
  }

  @Override
  public boolean mayBeDormant() {
    return true;
  }

  @Override
  public void loadCarrier() {
    code.load(ValueKind.REF, carrier);
  }

  @Override
  public void loadEntry() {
    if (hasEntry) {
      code.load(ValueKind.LONG, entry());
    } else {
      Door.findNumber(code, owner, plan);
    }
  }

  private int entry() {
    return carrier + Locals.FAST_ENTRY;
  }

  @Override
  public List<Object> localsAt(int index) {
    return plan.fastFrames().get(index).locals();
  }

  @Override
  public void frame(int index) {
    frame(plan.fastFrames().get(index));
  }

  @Override
  public void frame(StackMap types) {
    frame(
        types, hasEntry ? List.of(RuntimeAbi.CARRIER, Opcodes.LONG) : List.of(RuntimeAbi.CARRIER));
  }

  private void frame(StackMap types, List<Object> own) {
    List<Object> locals = Locals.entries(types, carrier);
    locals.addAll(own);
    code.frame(locals, types.stack());
  }

  @Override
  public void after(SuspensionPoint point, boolean copied, boolean frameFollows) {
    LabelNode label = new LabelNode();
    spills.add(label);
    loadCarrier(); // …, result, carrier
    code.invokeStatic(RuntimeAbi.CARRIER, "suspended", RuntimeAbi.SUSPENDED, false); // …, it is
    code.ifTrue(label); // …, result
  }

  @Override
  public void enterMonitor(int index) {
    code.enterMonitor();
  }

  @Override
  public void caught() {
    // its callers are on the stack
  }

  @Override
  public void returnValue(Type type) {
    if (plan.finals().publishedByConstructor()) {
      code.releaseFence();
    }
    if (type.getSort() == Type.VOID) {
      code.returnVoid();
    } else {
      code.returnValue(ValueKind.of(type));
    }
  }
}
