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
 *   private static Shape respool$frame$m(Carrier carrier, long entry) {
 *     Shape frame = new Shape of m();                     // by invokedynamic
 *     Carrier.capture(carrier, frame, entry);
 *     return frame;
 *   }
 * </pre>
 */
final class FrameFactory {
  private static final int ACCESS =
      Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC;

  private static final int CARRIER = 0;
  private static final int ENTRY = 1;
  private static final int FRAME = 3;

  private FrameFactory() {}

  /** A variant needs no entry: only transformed methods of its own class call it. */
  private static String descriptor(MethodPlan plan) {
    String entry = plan.hasVariant() ? "" : "J";
    String frame = RuntimeAbi.frameClass(plan.layout());
    return "(L" + RuntimeAbi.CARRIER + ";" + entry + ")L" + frame + ";";
  }

  /** carrier, entry of a method that is not a variant -> frame. */
  static void call(Code code, ClassNode owner, MethodNode method, MethodPlan plan) {
    String name = GeneratedNames.frameFactory(method);
    code.invokeStatic(owner.name, name, descriptor(plan), Emitter.isInterface(owner)); // frame
  }

  static MethodNode emit(ClassNode owner, MethodNode method, MethodPlan plan, String resume) {
    MethodNode factory =
        new MethodNode(ACCESS, GeneratedNames.frameFactory(method), descriptor(plan), null, null);
    Code code = new Code();
    newFrame(code, owner, plan, resume); // frame
    code.store(ValueKind.REF, FRAME);
    code.load(ValueKind.REF, CARRIER); // carrier
    code.load(ValueKind.REF, FRAME); // carrier, frame
    if (plan.hasVariant()) {
      capture(code, "captureBound", RuntimeAbi.CAPTURE_BOUND); // nothing
    } else {
      code.load(ValueKind.LONG, ENTRY); // carrier, frame, entry
      capture(code, "capture", RuntimeAbi.CAPTURE); // nothing
    }
    code.load(ValueKind.REF, FRAME); // frame
    code.returnValue(ValueKind.REF);
    factory.instructions = code.instructions();
    factory.maxLocals = FRAME + 1;
    factory.maxStack = 4;
    TransformedMark.ofMethod(factory, plan);
    return factory;
  }

  private static void capture(Code code, String how, String descriptor) {
    code.invokeStatic(RuntimeAbi.CARRIER, how, descriptor, false);
  }

  private static void newFrame(Code code, ClassNode owner, MethodPlan plan, String resume) {
    String shape = "L" + RuntimeAbi.frameClass(plan.layout()) + ";";
    String type = "()" + shape;
    if (plan.layout().isWide()) {
      code.constant(plan.layout().refs()); // refs
      code.constant(plan.layout().prims()); // refs, prims
      type = "(II)" + shape;
    }
    List<Object> arguments = new ArrayList<>();
    arguments.add(
        new Handle(
            Opcodes.H_INVOKESTATIC,
            owner.name,
            resume,
            RuntimeAbi.resume(plan.layout()),
            Emitter.isInterface(owner)));
    arguments.add(RuntimeAbi.VERSION);
    arguments.add(plan.description());
    arguments.add(plan.entry().hash());
    arguments.add(plan.points().size());
    code.add(
        new InvokeDynamicInsnNode("frame", type, RuntimeAbi.LINK, arguments.toArray())); // frame
  }
}
