package dev.respool.it.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.respool.it.harness.ClassFiles;
import dev.respool.it.harness.FourWay;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Constants that a bootstrap method computes (JVMS 4.4.10), which javac does not write. */
class DynamicConstantsTest implements Opcodes {
  private static final String TARGET = "dev.respool.it.targets.Dynamic";
  private static final String PROBE = "dev/respool/it/targets/Probe";
  private static final String BOOTSTRAP =
      "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;";

  private static final ConstantDynamic OBJECT =
      constant("object", "Ljava/lang/Object;", H_NEWINVOKESPECIAL, "java/lang/Object.<init>()V");

  private static final ConstantDynamic NUMBER =
      constant(
          "number", "J", H_INVOKESTATIC, "java/lang/Long.parseLong(Ljava/lang/String;)J", "123");

  /** What a handle gives, called once. */
  private static ConstantDynamic constant(
      String name, String type, int tag, String method, Object... arguments) {
    int dot = method.indexOf('.');
    int descriptor = method.indexOf('(');
    Handle called =
        new Handle(
            tag,
            method.substring(0, dot),
            method.substring(dot + 1, descriptor),
            method.substring(descriptor),
            false);
    Handle invoke =
        new Handle(
            H_INVOKESTATIC,
            "java/lang/invoke/ConstantBootstraps",
            "invoke",
            BOOTSTRAP
                + "Ljava/lang/Class;Ljava/lang/invoke/MethodHandle;[Ljava/lang/Object;)"
                + "Ljava/lang/Object;",
            false);
    Object[] all = new Object[arguments.length + 1];
    all[0] = called;
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return new ConstantDynamic(name, type, invoke, all);
  }

  /**
   *
   *
   * <pre>
   *   Object run() {
   *     long number = NUMBER + (OBJECT == probed(OBJECT) ? 1 : 2) * NUMBER;  // all on the stack
   *     return number + "," + NUMBER + "," + Probe.i(7);  // NUMBER is a static argument
   *   }
   * </pre>
   */
  private static byte[] classFile() {
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_FRAMES);
    writer.visit(V17, ACC_PUBLIC, TARGET.replace('.', '/'), null, "java/lang/Object", null);
    MethodVisitor code =
        writer.visitMethod(ACC_PUBLIC | ACC_STATIC, "run", "()Ljava/lang/Object;", null, null);
    code.visitCode();
    code.visitLdcInsn(NUMBER);
    code.visitLdcInsn(OBJECT);
    probe(code, 1);
    code.visitInsn(POP);
    code.visitLdcInsn(OBJECT);
    Label other = new Label();
    Label after = new Label();
    code.visitJumpInsn(IF_ACMPNE, other);
    code.visitLdcInsn(1L);
    code.visitJumpInsn(GOTO, after);
    code.visitLabel(other);
    code.visitLdcInsn(2L);
    code.visitLabel(after);
    code.visitLdcInsn(NUMBER);
    probe(code, 2);
    code.visitInsn(POP);
    code.visitInsn(LMUL);
    code.visitInsn(LADD);
    probe(code, 7);
    concatenate(code);
    code.visitInsn(ARETURN);
    code.visitMaxs(0, 0);
    code.visitEnd();
    writer.visitEnd();
    return writer.toByteArray();
  }

  private static void probe(MethodVisitor code, int value) {
    code.visitIntInsn(BIPUSH, value);
    code.visitMethodInsn(INVOKESTATIC, PROBE, "i", "(I)I", false);
  }

  private static void concatenate(MethodVisitor code) {
    Handle concat =
        new Handle(
            H_INVOKESTATIC,
            "java/lang/invoke/StringConcatFactory",
            "makeConcatWithConstants",
            BOOTSTRAP
                + "Ljava/lang/invoke/MethodType;Ljava/lang/String;[Ljava/lang/Object;)"
                + "Ljava/lang/invoke/CallSite;",
            false);
    code.visitInvokeDynamicInsn(
        "join", "(JI)Ljava/lang/String;", concat, "\u0001,\u0002,\u0001", NUMBER);
  }

  @Test
  void a_computed_constant_is_the_same_before_and_behind_a_suspension() throws Exception {
    FourWay run = new FourWay(TARGET, new ClassFiles().add(TARGET.replace('.', '/'), classFile()));
    assertEquals("246,123,7", run.end());
    run.survivesEverything();
  }
}
