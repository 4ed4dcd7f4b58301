package dev.respool.it.harness;

import dev.respool.CoroutineBody;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Writes the coroutine body through which a target is entered, so that the target need not know of
 * coroutines.
 */
final class Entry {
  static final String SUFFIX = "_entry";

  private static final String BODY = Type.getInternalName(CoroutineBody.class);
  private static final String OBJECT = "java/lang/Object";

  private Entry() {}

  /**
   * {@code class T_entry implements CoroutineBody { public Object run(Object x) { return T.run(); }
   * } }.
   */
  static byte[] classFile(String target) {
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    String name = target + SUFFIX;
    writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, name, null, OBJECT, new String[] {BODY});
    constructor(writer.visitMethod(Opcodes.ACC_PUBLIC, "<init>", "()V", null, null));
    run(
        writer.visitMethod(
            Opcodes.ACC_PUBLIC, "run", "(Ljava/lang/Object;)Ljava/lang/Object;", null, null),
        target);
    writer.visitEnd();
    return writer.toByteArray();
  }

  private static void constructor(MethodVisitor code) {
    code.visitCode();
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitMethodInsn(Opcodes.INVOKESPECIAL, OBJECT, "<init>", "()V", false);
    code.visitInsn(Opcodes.RETURN);
    code.visitMaxs(0, 0);
    code.visitEnd();
  }

  private static void run(MethodVisitor code, String target) {
    code.visitCode();
    code.visitMethodInsn(Opcodes.INVOKESTATIC, target, "run", "()Ljava/lang/Object;", false);
    code.visitInsn(Opcodes.ARETURN);
    code.visitMaxs(0, 0);
    code.visitEnd();
  }
}
