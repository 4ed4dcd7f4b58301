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
 *   private static Shape respool$frame$m() {
 *     return new Shape of m();                     // by invokedynamic
 *   }
 * </pre>
 *
 * <p>It is called in one place for each group of suspension points, and links once.
 */
final class FrameFactory {
  private static final int ACCESS =
      Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC;

  private FrameFactory() {}

  private static String descriptor(MethodPlan plan) {
    return "()L" + RuntimeAbi.frameClass(plan.layout()) + ";";
  }

  /** nothing -> frame. */
  static void call(Code code, ClassNode owner, MethodNode method, MethodPlan plan) {
    String name = GeneratedNames.frameFactory(method);
    code.invokeStatic(owner.name, name, descriptor(plan), Emitter.isInterface(owner)); // frame
  }

  static MethodNode emit(ClassNode owner, MethodNode method, MethodPlan plan, String resume) {
    MethodNode factory =
        new MethodNode(ACCESS, GeneratedNames.frameFactory(method), descriptor(plan), null, null);
    Code code = new Code();
    newFrame(code, owner, plan, resume); // frame
    code.returnValue(ValueKind.REF);
    factory.instructions = code.instructions();
    factory.maxStack = 2;
    TransformedMark.ofMethod(factory, plan);
    return factory;
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
        new InvokeDynamicInsnNode(
            plan.debuggable() ? "shown" : "frame",
            type,
            RuntimeAbi.LINK,
            arguments.toArray())); // frame
  }
}
