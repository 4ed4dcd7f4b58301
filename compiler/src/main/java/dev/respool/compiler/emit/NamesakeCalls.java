package dev.respool.compiler.emit;

import dev.respool.compiler.plan.MethodPlan;
import dev.respool.compiler.plan.ValueKind;
import java.util.HashMap;
import java.util.Map;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * The methods of a class that make calls for others, so that the stack shows that these are no
 * suspension points:
 *
 * <pre>
 *   private static R respool$call$0(T receiver, args) { return receiver.m(args); }
 * </pre>
 */
final class NamesakeCalls {
  private static final int ACCESS =
      Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC;
  private static final String NAME = "respool$call$";

  private final ClassNode owner;
  private final Map<String, String> names = new HashMap<>();

  NamesakeCalls(ClassNode owner) {
    this.owner = owner;
  }

  /** Points the namesakes among the calls of a method at methods of their own. */
  void redirect(MethodNode method, MethodPlan plan) {
    plan.namesakes()
        .forEach(
            (index, receiver) ->
                redirect((MethodInsnNode) method.instructions.get(index), receiver));
  }

  private void redirect(MethodInsnNode call, String receiver) {
    String descriptor = call.desc.replace("(", "(L" + receiver + ";");
    String key = call.getOpcode() + call.owner + "." + call.name + descriptor;
    String name = names.get(key);
    if (name == null) {
      name = NAME + names.size();
      names.put(key, name);
      owner.methods.add(method(name, descriptor, call));
    }
    call.setOpcode(Opcodes.INVOKESTATIC);
    call.owner = owner.name;
    call.name = name;
    call.desc = descriptor;
    call.itf = Emitter.isInterface(owner);
  }

  private static MethodNode method(String name, String descriptor, MethodInsnNode call) {
    MethodNode method = new MethodNode(ACCESS, name, descriptor, null, null);
    Code code = new Code();
    int slot = 0;
    for (Type parameter : Type.getArgumentTypes(descriptor)) {
      code.load(ValueKind.of(parameter), slot); // receiver, arguments
      slot += parameter.getSize();
    }
    code.add(new MethodInsnNode(call.getOpcode(), call.owner, call.name, call.desc, call.itf));
    Type result = Type.getReturnType(call.desc);
    if (result.getSort() == Type.VOID) {
      code.returnVoid();
    } else {
      code.returnValue(ValueKind.of(result));
    }
    method.instructions = code.instructions();
    method.maxLocals = slot;
    method.maxStack = Math.max(slot, 2);
    return method;
  }
}
