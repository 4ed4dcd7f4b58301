package dev.respool.compiler.emit;

import dev.respool.compiler.plan.Call;
import dev.respool.compiler.plan.MethodPlan;
import dev.respool.compiler.plan.ValueKind;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * What is left of a method whose body has become a variant:
 *
 * <pre>
 *   R m(args) {
 *     Carrier carrier = AwakeMethods.at(SLOT).enter(Owner.class);  // DORMANT mostly
 *     long entry = carrier.entry;
 *     R result = m(args, carrier);
 *     if (!Carrier.suspended(carrier)) return result;
 *     return (R) Trampoline.leave(carrier, entry);     // a result if its caller is not captured
 *   }
 * </pre>
 */
final class Door {
  private final Code code = new Code();
  private final ClassNode owner;
  private final MethodNode method;
  private final MethodPlan plan;
  private final List<Object> parameters = new ArrayList<>();
  private final Type result;
  private final int carrier;

  private Door(ClassNode owner, MethodNode method, MethodPlan plan) {
    this.owner = owner;
    this.method = method;
    this.plan = plan;
    this.result = Type.getReturnType(method.desc);
    this.carrier = (Type.getArgumentsAndReturnSizes(method.desc) >> 2) - (isStatic() ? 1 : 0);
  }

  /** Replaces the code of the method. */
  static void emit(ClassNode owner, MethodNode method, MethodPlan plan) {
    new Door(owner, method, plan).emit();
  }

  /** What a method does first that anybody may call: finds its entry and its carrier. */
  static void enter(Code code, ClassNode owner, MethodPlan plan, int carrier) {
    askSlot(code, owner, plan, "enter", RuntimeAbi.ENTER); // carrier
    code.dup(); // carrier, carrier
    code.store(ValueKind.REF, carrier); // carrier
    code.getField(RuntimeAbi.CARRIER, "entry", "J"); // entry
    code.store(ValueKind.LONG, carrier + Locals.FAST_ENTRY);
  }

  /** nothing -> entry; 0 if the method is dormant. */
  static void findNumber(Code code, ClassNode owner, MethodPlan plan) {
    askSlot(code, owner, plan, "number", RuntimeAbi.NUMBER_OF); // entry
  }

  private static void askSlot(
      Code code, ClassNode owner, MethodPlan plan, String question, String descriptor) {
    code.constant(plan.entry().slot()); // slot
    code.invokeStatic(RuntimeAbi.AWAKE, "at", RuntimeAbi.AT, false); // its methods
    code.constant(Type.getObjectType(owner.name)); // its methods, class
    code.invokeVirtual(RuntimeAbi.AWAKE, question, descriptor); // answer
  }

  private boolean isStatic() {
    return (method.access & Opcodes.ACC_STATIC) != 0;
  }

  private void emit() {
    LabelNode suspending = new LabelNode();
    enter(code, owner, plan, carrier); // nothing
    callVariant(); // result
    code.load(ValueKind.REF, carrier); // result, carrier
    code.invokeStatic(
        RuntimeAbi.CARRIER, "suspended", RuntimeAbi.SUSPENDED, false); // result, it is
    code.ifTrue(suspending); // result
    returnResult();
    leave(suspending);
    replaceCode();
  }

  private void callVariant() {
    int slot = 0;
    if (!isStatic()) {
      slot = argument(slot, Type.getObjectType(owner.name)); // this
    }
    for (Type type : Type.getArgumentTypes(method.desc)) {
      slot = argument(slot, type); // arguments
    }
    code.load(ValueKind.REF, carrier); // arguments, carrier
    String descriptor = Call.Variant.descriptor(method.desc);
    code.invokeBound(
        new Call.Variant(
            owner.name, method.name, descriptor, isStatic(), Emitter.isInterface(owner))); // result
  }

  private int argument(int slot, Type type) {
    ValueKind kind = ValueKind.of(type);
    code.load(kind, slot);
    parameters.add(kind == ValueKind.REF ? type.getInternalName() : kind.frameType());
    return slot + type.getSize();
  }

  private void returnResult() {
    if (result.getSort() == Type.VOID) {
      code.returnVoid();
    } else {
      code.returnValue(ValueKind.of(result));
    }
  }

  private void leave(LabelNode suspending) {
    code.add(suspending);
    frame(result.getSort() == Type.VOID ? List.of() : List.of(stackType())); // result
    code.pop(result); // nothing
    code.load(ValueKind.REF, carrier); // carrier
    code.load(ValueKind.LONG, carrier + Locals.FAST_ENTRY); // carrier, entry
    new WayOut(code, result).leave();
  }

  private Object stackType() {
    ValueKind kind = ValueKind.of(result);
    return kind == ValueKind.REF ? result.getInternalName() : kind.frameType();
  }

  private void frame(List<Object> stack) {
    List<Object> locals = new ArrayList<>(parameters);
    locals.add(RuntimeAbi.CARRIER);
    locals.add(Opcodes.LONG);
    code.frame(locals, stack);
  }

  private void replaceCode() {
    method.instructions = code.instructions();
    method.tryCatchBlocks = new ArrayList<>();
    method.localVariables = null;
    method.visibleLocalVariableAnnotations = null;
    method.invisibleLocalVariableAnnotations = null;
    method.maxLocals = carrier + 3;
    method.maxStack = Math.max(carrier + 1, 4) + result.getSize();
  }
}
