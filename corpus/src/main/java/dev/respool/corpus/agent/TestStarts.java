package dev.respool.corpus.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Makes the test methods of a class start a coroutine:
 *
 * <pre>
 * void test(Object argument) {
 *   if (TestBody.isOutside()) {
 *     TestBody.run(() -&gt; test(argument));
 *     return;
 *   }
 *   …
 * </pre>
 */
final class TestStarts {
  private static final String BODY = "dev/respool/corpus/schedule/TestBody";
  private static final String ACTION = "dev/respool/CoroutineAction";
  private static final int NO_INSTANCE = Opcodes.ACC_STATIC;

  private static final Set<String> ANNOTATIONS =
      Set.of(
          "Lorg/junit/Test;",
          "Lorg/junit/jupiter/api/Test;",
          "Lorg/junit/jupiter/api/RepeatedTest;",
          "Lorg/junit/jupiter/params/ParameterizedTest;",
          "Lorg/testng/annotations/Test;");

  private static final Handle METAFACTORY =
      new Handle(
          Opcodes.H_INVOKESTATIC,
          "java/lang/invoke/LambdaMetafactory",
          "metafactory",
          "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;"
              + "Ljava/lang/invoke/MethodType;Ljava/lang/invoke/MethodHandle;"
              + "Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;",
          false);

  private final ClassNode node;

  TestStarts(ClassNode node) {
    this.node = node;
  }

  void insert() {
    List<MethodNode> tests = node.methods.stream().filter(TestStarts::isTest).toList();
    int version = node.version & 0xffff;
    if (tests.isEmpty() || version < Opcodes.V1_6) {
      return; // it has no frames, and so no yields
    }
    node.version = Math.max(version, Opcodes.V1_8); // for the lambdas
    tests.forEach(this::insert);
  }

  private static boolean isTest(MethodNode method) {
    return method.desc.endsWith(")V")
        && method.instructions.size() > 0
        && (method.access & NO_INSTANCE) == 0
        && (isAnnotated(method) || isJUnit3(method));
  }

  private static boolean isAnnotated(MethodNode method) {
    return Stream.ofNullable(method.visibleAnnotations)
        .flatMap(List<AnnotationNode>::stream)
        .anyMatch(annotation -> ANNOTATIONS.contains(annotation.desc));
  }

  /** A method of this name that is no test runs in a coroutine of its own, which does no harm. */
  private static boolean isJUnit3(MethodNode method) {
    return method.name.startsWith("test")
        && method.desc.equals("()V")
        && (method.access & Opcodes.ACC_PUBLIC) != 0;
  }

  private void insert(MethodNode method) {
    InsnList code = new InsnList();
    LabelNode inside = new LabelNode();
    code.add(new MethodInsnNode(Opcodes.INVOKESTATIC, BODY, "isOutside", "()Z", false));
    code.add(new JumpInsnNode(Opcodes.IFEQ, inside));
    int size = loadAll(method, code);
    code.add(lambda(method));
    code.add(new MethodInsnNode(Opcodes.INVOKESTATIC, BODY, "run", "(L" + ACTION + ";)V", false));
    code.add(new InsnNode(Opcodes.RETURN));
    code.add(inside);
    code.add(initialFrame(method));
    code.add(new InsnNode(Opcodes.NOP)); // a frame of the method's own may stand here
    method.instructions.insert(code);
    method.maxStack = Math.max(method.maxStack, size);
  }

  private int loadAll(MethodNode method, InsnList code) {
    code.add(new VarInsnNode(Opcodes.ALOAD, 0));
    int local = 1;
    for (Type type : Type.getArgumentTypes(method.desc)) {
      code.add(new VarInsnNode(type.getOpcode(Opcodes.ILOAD), local));
      local += type.getSize();
    }
    return local;
  }

  private InvokeDynamicInsnNode lambda(MethodNode method) {
    boolean isInterface = (node.access & Opcodes.ACC_INTERFACE) != 0;
    int kind = isInterface ? Opcodes.H_INVOKEINTERFACE : Opcodes.H_INVOKEVIRTUAL;
    String captured = "(L" + node.name + ";" + method.desc.substring(1, method.desc.length() - 1);
    return new InvokeDynamicInsnNode(
        "run",
        captured + "L" + ACTION + ";",
        METAFACTORY,
        Type.getMethodType("()V"),
        new Handle(kind, node.name, method.name, method.desc, isInterface),
        Type.getMethodType("()V"));
  }

  private FrameNode initialFrame(MethodNode method) {
    List<Object> locals = new ArrayList<>();
    locals.add(node.name);
    for (Type type : Type.getArgumentTypes(method.desc)) {
      locals.add(verificationType(type));
    }
    return new FrameNode(Opcodes.F_NEW, locals.size(), locals.toArray(), 0, new Object[0]);
  }

  private static Object verificationType(Type type) {
    return switch (type.getSort()) {
      case Type.FLOAT -> Opcodes.FLOAT;
      case Type.LONG -> Opcodes.LONG;
      case Type.DOUBLE -> Opcodes.DOUBLE;
      case Type.ARRAY, Type.OBJECT -> type.getInternalName();
      default -> Opcodes.INTEGER;
    };
  }
}
