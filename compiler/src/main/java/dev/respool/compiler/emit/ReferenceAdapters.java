package dev.respool.compiler.emit;

import dev.respool.compiler.plan.ReferenceAdapter;
import dev.respool.compiler.plan.ValueKind;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Gives a method reference a body of its own: {@code private static R respool$ref$m$0(T receiver, args) { return receiver.m(args);
 * }}.
 */
public final class ReferenceAdapters {
  private static final int ACCESS =
      Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC;

  private ReferenceAdapters() {}

  /**
   * Adds the body and points the method reference at it.
   *
   * @param owner the referring class
   * @param adapter what to do
   */
  public static void emit(ClassNode owner, ReferenceAdapter adapter) {
    owner.methods.add(body(adapter));
    adapter.site().insn().bsmArgs[1] =
        new Handle(
            Opcodes.H_INVOKESTATIC,
            owner.name,
            adapter.name(),
            adapter.descriptor(),
            Emitter.isInterface(owner));
  }

  private static MethodNode body(ReferenceAdapter adapter) {
    MethodNode body = new MethodNode(ACCESS, adapter.name(), adapter.descriptor(), null, null);
    Code code = new Code();
    int slot = 0;
    for (Type parameter : Type.getArgumentTypes(adapter.descriptor())) {
      code.load(ValueKind.of(parameter), slot); // arguments
      slot += parameter.getSize();
    }
    Handle target = adapter.target();
    code.invokeAs(
        target.getTag(),
        target.getOwner(),
        target.getName(),
        target.getDesc(),
        target.isInterface()); // result
    Type result = Type.getReturnType(adapter.descriptor());
    if (result.getSort() == Type.VOID) {
      code.returnVoid();
    } else {
      code.returnValue(ValueKind.of(result));
    }
    body.instructions = code.instructions();
    body.maxLocals = slot;
    body.maxStack = Math.max(slot, 2);
    return body;
  }
}
