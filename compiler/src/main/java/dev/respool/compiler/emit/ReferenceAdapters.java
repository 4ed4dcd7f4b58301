package dev.respool.compiler.emit;

import dev.respool.compiler.plan.ReferenceAdapter;
import dev.respool.compiler.plan.ScalaDeserializer;
import dev.respool.compiler.plan.ValueKind;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.GeneratorAdapter;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Gives a method reference a body of its own: {@code private static R respool$ref$m$0(T receiver,
 * args) { return receiver.m(args); }}, or {@code { return new T(args); }}.
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
    Handle body =
        new Handle(
            Opcodes.H_INVOKESTATIC,
            owner.name,
            adapter.name(),
            adapter.descriptor(),
            Emitter.isInterface(owner));
    adapter.site().insn().bsmArgs[1] = body;
    if (adapter.site().isSerializable()) {
      ScalaDeserializer.of(owner).ifPresent(deserializer -> deserializer.add(body));
    }
  }

  private static MethodNode body(ReferenceAdapter adapter) {
    MethodNode body = new MethodNode(ACCESS, adapter.name(), adapter.descriptor(), null, null);
    Code code = new Code();
    body.maxLocals = call(code, adapter); // result
    body.maxStack = Math.max(body.maxLocals + 2, 4);
    body.instructions = code.instructions();
    Type result = Type.getReturnType(adapter.descriptor());
    GeneratorAdapter end = new GeneratorAdapter(body, ACCESS, body.name, body.desc);
    convert(end, resultOf(adapter.target()), result); // converted
    end.returnValue();
    return body;
  }

  /** Gives the number of slots that the arguments take. */
  private static int call(Code code, ReferenceAdapter adapter) {
    Handle target = adapter.target();
    if (isConstructor(target)) {
      code.newObject(target.getOwner()); // object
      code.dup(); // object, object
    }
    int slot = 0;
    for (Type parameter : Type.getArgumentTypes(adapter.descriptor())) {
      code.load(ValueKind.of(parameter), slot); // …, arguments
      if (slot == 0 && hasReceiver(target)) {
        castReceiver(code, parameter, adapter.receiver()); // receiver
      }
      slot += parameter.getSize();
    }
    code.invokeAs(
        target.getTag(),
        target.getOwner(),
        target.getName(),
        target.getDesc(),
        target.isInterface()); // result
    return slot;
  }

  private static boolean hasReceiver(Handle target) {
    return target.getTag() == Opcodes.H_INVOKEVIRTUAL
        || target.getTag() == Opcodes.H_INVOKEINTERFACE;
  }

  /**
   * The type with which it is captured is a subtype. The cast spares the verifier the question, for
   * which it would have to load a class that the program perhaps never needs.
   */
  private static void castReceiver(Code code, Type captured, String wanted) {
    if (!captured.getInternalName().equals(wanted)) {
      code.cast(wanted);
    }
  }

  private static boolean isConstructor(Handle target) {
    return target.getTag() == Opcodes.H_NEWINVOKESPECIAL;
  }

  private static Type resultOf(Handle target) {
    return isConstructor(target)
        ? Type.getObjectType(target.getOwner())
        : Type.getReturnType(target.getDesc());
  }

  /** Converts a result as {@code LambdaMetafactory} would. */
  private static void convert(GeneratorAdapter code, Type from, Type to) {
    if (to.getSort() == Type.VOID) {
      drop(code, from);
    } else if (from.equals(to)) {
      return;
    } else if (isPrimitive(from) && isPrimitive(to)) {
      code.cast(from.getSort() < Type.INT ? Type.INT_TYPE : from, to);
    } else if (isPrimitive(from)) {
      code.valueOf(from);
    } else if (isPrimitive(to)) {
      Type boxed = unboxed(from, to);
      code.unbox(boxed);
      convert(code, boxed, to);
    } else {
      code.checkCast(to);
    }
  }

  private static void drop(GeneratorAdapter code, Type type) {
    if (type.getSize() == 2) {
      code.pop2();
    } else if (type.getSize() == 1) {
      code.pop();
    }
  }

  private static boolean isPrimitive(Type type) {
    return type.getSort() < Type.ARRAY;
  }

  /** What is in a wrapper; for other types what is wanted of them. */
  private static Type unboxed(Type wrapper, Type otherwise) {
    return switch (wrapper.getInternalName()) {
      case "java/lang/Boolean" -> Type.BOOLEAN_TYPE;
      case "java/lang/Character" -> Type.CHAR_TYPE;
      case "java/lang/Byte" -> Type.BYTE_TYPE;
      case "java/lang/Short" -> Type.SHORT_TYPE;
      case "java/lang/Integer" -> Type.INT_TYPE;
      case "java/lang/Long" -> Type.LONG_TYPE;
      case "java/lang/Float" -> Type.FLOAT_TYPE;
      case "java/lang/Double" -> Type.DOUBLE_TYPE;
      default -> otherwise;
    };
  }
}
