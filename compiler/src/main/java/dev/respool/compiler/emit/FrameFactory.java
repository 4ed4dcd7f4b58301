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
 *   private static Shape respool$frame$m(long entry) {
 *     Shape frame = new Shape of m();                     // by invokedynamic
 *     Carrier.capture(frame, entry);
 *     return frame;
 *   }
 * </pre>
 *
 * <p>A variant, which only transformed methods of its own class call, gives its carrier instead.
 */
final class FrameFactory {
  private static final int ACCESS =
      Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC;

  private static final int FRAME = 2;

  private FrameFactory() {}

  private static String descriptor(MethodPlan plan) {
    String given = plan.hasVariant() ? "L" + RuntimeAbi.CARRIER + ";" : "J";
    return "(" + given + ")L" + RuntimeAbi.frameClass(plan.layout()) + ";";
  }

  /** entry, or carrier of a variant -> frame. */
  static void call(Code code, ClassNode owner, MethodNode method, MethodPlan plan) {
    String name = GeneratedNames.frameFactory(method);
    code.invokeStatic(owner.name, name, descriptor(plan), Emitter.isInterface(owner)); // frame
  }

  static MethodNode emit(ClassNode owner, MethodNode method, MethodPlan plan, String resume) {
    MethodNode factory =
        new MethodNode(ACCESS, GeneratedNames.frameFactory(method), descriptor(plan), null, null);
    Code code = new Code();
    newFrame(code, owner, plan, resume); // frame
    code.dup(); // frame, frame
    code.store(ValueKind.REF, FRAME); // frame
    capture(code, plan.hasVariant()); // nothing
    code.load(ValueKind.REF, FRAME); // frame
    code.returnValue(ValueKind.REF);
    factory.instructions = code.instructions();
    factory.maxLocals = FRAME + 1;
    factory.maxStack = 3;
    TransformedMark.ofMethod(factory, plan);
    return factory;
  }

  /** frame -> nothing. */
  private static void capture(Code code, boolean bound) {
    String how = bound ? "captureBound" : "capture";
    code.load(bound ? ValueKind.REF : ValueKind.LONG, 0); // frame, carrier or entry
    code.invokeStatic(
        RuntimeAbi.CARRIER,
        how,
        bound ? RuntimeAbi.CAPTURE_BOUND : RuntimeAbi.CAPTURE,
        false); // nothing
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
    arguments.add(plan.entry().slot());
    arguments.add(plan.points().size());
    code.add(
        new InvokeDynamicInsnNode("frame", type, RuntimeAbi.LINK, arguments.toArray())); // frame
  }
}
