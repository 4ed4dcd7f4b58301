package dev.respool.compiler.emit;

import dev.respool.compiler.plan.MethodPlan;
import dev.respool.compiler.plan.ValueKind;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * The method that makes the frames of another:
 *
 * <pre>
 *   private static Shape respool$frame$m(Carrier carrier, long token, int point) {
 *     Shape frame = new Shape();
 *     METHOD.capture(frame, carrier, token, point);       // METHOD: a constant made by invokedynamic
 *     return frame;
 *   }
 * </pre>
 */
final class FrameFactory {
  private static final int ACCESS =
      Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC;

  private FrameFactory() {}

  static String descriptor(MethodPlan plan) {
    return "(L" + RuntimeAbi.CARRIER + ";JI)L" + RuntimeAbi.frameClass(plan.layout()) + ";";
  }

  static MethodNode emit(ClassNode owner, MethodNode method, MethodPlan plan, String resume) {
    MethodNode factory =
        new MethodNode(ACCESS, GeneratedNames.frameFactory(method), descriptor(plan), null, null);
    Code code = new Code();
    newFrame(code, plan); // frame
    code.store(ValueKind.REF, 4);
    code.add(constant(owner, plan, resume)); // method
    code.load(ValueKind.REF, 4); // method, frame
    code.load(ValueKind.REF, 0); // method, frame, carrier
    code.load(ValueKind.LONG, 1); // method, frame, carrier, token
    code.load(ValueKind.INT, 3); // method, frame, carrier, token, point
    code.invokeVirtual(RuntimeAbi.METHOD, "capture", RuntimeAbi.CAPTURE); // nothing
    code.load(ValueKind.REF, 4); // frame
    code.returnValue(ValueKind.REF);
    factory.instructions = code.instructions();
    factory.maxLocals = 5;
    factory.maxStack = 6;
    return factory;
  }

  private static void newFrame(Code code, MethodPlan plan) {
    String type = RuntimeAbi.frameClass(plan.layout());
    code.newObject(type); // frame
    code.dup(); // frame, frame
    if (RuntimeAbi.isWide(plan.layout())) {
      code.constant(plan.layout().refs()); // frame, frame, refs
      code.constant(plan.layout().prims()); // frame, frame, refs, prims
      code.invokeConstructor(type, "(II)V"); // frame
    } else {
      code.invokeConstructor(type, "()V"); // frame
    }
  }

  private static InvokeDynamicInsnNode constant(ClassNode owner, MethodPlan plan, String resume) {
    List<Object> arguments = new ArrayList<>();
    arguments.add(
        new Handle(
            Opcodes.H_INVOKESTATIC,
            owner.name,
            resume,
            RuntimeAbi.RESUME,
            Emitter.isInterface(owner)));
    arguments.add(RuntimeAbi.VERSION);
    arguments.add(plan.description());
    arguments.addAll(plan.entryTokens());
    return new InvokeDynamicInsnNode(
        "method", RuntimeAbi.METHOD_CONSTANT, RuntimeAbi.LINK, arguments.toArray());
  }
}
