package dev.respool.compiler.emit;

import dev.respool.compiler.plan.MethodPlan;
import dev.respool.compiler.plan.StackMap;
import dev.respool.compiler.plan.SuspensionPoint;
import dev.respool.compiler.plan.ValueKind;
import java.util.ArrayList;
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
 *     Carrier carrier = Carrier.current();
 *     int token = carrier.enter();
 *     … carrier.token = T; x = callee(…); if (carrier.suspending) goto spill0; …
 *     spill0: Frame frame = respool$frame$m(carrier, token, 0); frame.r0 = …; goto end;
 *     end: if (carrier.refusal != null) return (R) Trampoline.refuse(carrier);
 *     return dummy;
 *   }
 * </pre>
 */
final class FastPath implements Body {
  private final ClassNode owner;
  private final MethodNode method;
  private final MethodPlan plan;
  private final Code code = new Code();
  private final BodyCopy copy;
  private final Spill spill;
  private final int carrier;
  private final List<LabelNode> spills = new ArrayList<>();

  FastPath(ClassNode owner, MethodNode method, MethodPlan plan) {
    this.owner = owner;
    this.method = method;
    this.plan = plan;
    this.carrier = method.maxLocals;
    this.copy = new BodyCopy(method, plan, code, this);
    this.spill = new Spill(code, plan.layout());
  }

  /** Replaces the code of the method. */
  void emit() {
    enter();
    copy.copy();
    LabelNode end = new LabelNode();
    for (SuspensionPoint point : plan.points()) {
      spill(point, end);
    }
    end(end);
    DebugInformation.remap(method, copy);
    method.tryCatchBlocks = TryBlocks.all(method, copy);
    method.instructions = code.instructions();
    method.maxLocals = Locals.temporaries(method.maxLocals) + Emitter.largestConstructor(plan);
    method.maxStack += Emitter.EXTRA_STACK;
  }

  private void enter() {
    code.invokeStatic(RuntimeAbi.CARRIER, "current", RuntimeAbi.CURRENT, false); // carrier
    code.dup(); // carrier, carrier
    code.store(ValueKind.REF, carrier); // carrier
    code.invokeVirtual(RuntimeAbi.CARRIER, "enter", "()I"); // token
    code.store(ValueKind.INT, carrier + 1);
  }

  private void spill(SuspensionPoint point, LabelNode end) {
    code.add(spills.get(point.number()));
    frame(point.allTypes()); // operands, dummy
    code.line(point.line());
    code.pop(point.resultType()); // operands
    loadCarrier(); // operands, carrier
    code.load(ValueKind.INT, carrier + 1); // operands, carrier, token
    code.constant(point.number()); // operands, carrier, token, point
    code.invokeStatic(
        owner.name,
        GeneratedNames.frameFactory(method),
        FrameFactory.descriptor(plan),
        Emitter.isInterface(owner)); // operands, frame
    code.store(ValueKind.REF, carrier + 2); // operands
    spill.operands(point, carrier + 2); // nothing
    spill.locals(point, carrier + 2, 0);
    code.goTo(end);
  }

  private void end(LabelNode end) {
    LabelNode refused = new LabelNode();
    Type type = Type.getReturnType(method.desc);
    code.add(end);
    ownFrame();
    loadCarrier(); // carrier
    code.getField(RuntimeAbi.CARRIER, "refusal", RuntimeAbi.REFUSAL); // refusal
    code.ifNonNull(refused);
    dummy(type);
    code.add(refused);
    ownFrame();
    loadCarrier(); // carrier
    code.invokeStatic(RuntimeAbi.TRAMPOLINE, "refuse", RuntimeAbi.REFUSE, false); // object
    refusedResult(type);
  }

  private void ownFrame() {
    frame(new StackMap(List.of(), List.of()), List.of(RuntimeAbi.CARRIER));
  }

  private void dummy(Type type) {
    if (type.getSort() == Type.VOID) {
      code.returnVoid();
    } else {
      code.zero(ValueKind.of(type)); // dummy
      code.returnValue(ValueKind.of(type));
    }
  }

  private void refusedResult(Type type) {
    if (type.getSort() == Type.VOID) {
      code.pop();
      code.returnVoid();
      return;
    }
    ValueKind kind = ValueKind.of(type);
    if (kind == ValueKind.REF) {
      code.cast(type.getInternalName()); // result
    } else {
      code.pop();
      loadCarrier(); // carrier
      code.getField(RuntimeAbi.CARRIER, "prim", "J"); // bits
      code.narrow(kind); // result
    }
    code.returnValue(kind);
  }

  @Override
  public int shift() {
    return 0;
  }

  @Override
  public boolean keeps(int index) {
    return true;
  }

  @Override
  public void loadCarrier() {
    code.load(ValueKind.REF, carrier);
  }

  @Override
  public void frame(int index) {
    frame(plan.fastFrames().get(index));
  }

  @Override
  public void frame(StackMap types) {
    frame(types, List.of(RuntimeAbi.CARRIER, Opcodes.INTEGER));
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
    code.getField(RuntimeAbi.CARRIER, "suspending", "Z"); // …, result, suspending
    code.ifTrue(label); // …, result
  }

  @Override
  public void returnValue(Type type) {
    if (type.getSort() == Type.VOID) {
      code.returnVoid();
    } else {
      code.returnValue(ValueKind.of(type));
    }
  }
}
