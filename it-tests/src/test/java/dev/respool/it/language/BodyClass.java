package dev.respool.it.language;

import dev.respool.Coroutine;
import dev.respool.CoroutineBody;
import dev.respool.compiler.suspendable.ClassBytes;
import dev.respool.compiler.suspendable.Patterns;
import dev.respool.it.harness.ResourceBytes;
import dev.respool.it.harness.VerifyingLoader;
import java.util.Optional;
import java.util.function.Consumer;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** A class that is written by hand, a {@link CoroutineBody}, and what its code is made of. */
final class BodyClass implements Opcodes {
  static final String NAME = "com/acme/Old";
  static final String OBJECT = "java/lang/Object";

  /** Finds all classes but those of {@code java.util}. */
  static final ClassBytes WITHOUT_COLLECTIONS =
      name -> name.startsWith("java/util/") ? Optional.empty() : new ResourceBytes().find(name);

  private BodyClass() {}

  /** With a constructor and a method {@code run} of that code. */
  static byte[] bytes(int version, int writerFlags, Consumer<MethodVisitor> code) {
    ClassWriter writer = new ClassWriter(writerFlags);
    String[] interfaces = {Type.getInternalName(CoroutineBody.class)};
    writer.visit(version, ACC_PUBLIC | ACC_SUPER, NAME, null, OBJECT, interfaces);
    method(writer, "<init>", "()V", BodyClass::constructor);
    method(writer, "run", "(Ljava/lang/Object;)Ljava/lang/Object;", code);
    writer.visitEnd();
    return writer.toByteArray();
  }

  private static void method(
      ClassWriter writer, String name, String descriptor, Consumer<MethodVisitor> code) {
    MethodVisitor method = writer.visitMethod(ACC_PUBLIC, name, descriptor, null, null);
    method.visitCode();
    code.accept(method);
    method.visitMaxs(0, 0);
    method.visitEnd();
  }

  private static void constructor(MethodVisitor code) {
    code.visitVarInsn(ALOAD, 0);
    code.visitMethodInsn(INVOKESPECIAL, OBJECT, "<init>", "()V", false);
    code.visitInsn(RETURN);
  }

  static void construct(MethodVisitor code, String type) {
    code.visitTypeInsn(NEW, type);
    code.visitInsn(DUP);
    code.visitMethodInsn(INVOKESPECIAL, type, "<init>", "()V", false);
  }

  static void callYield(MethodVisitor code) {
    code.visitMethodInsn(
        INVOKESTATIC,
        Type.getInternalName(Coroutine.class),
        "yield",
        "(Ljava/lang/Object;)Ljava/lang/Object;",
        false);
  }

  static void callAdd(MethodVisitor code) {
    code.visitMethodInsn(
        INVOKEVIRTUAL, "java/util/AbstractList", "add", "(Ljava/lang/Object;)Z", false);
    code.visitInsn(POP);
  }

  static Class<?> transformed(byte[] bytes) throws ClassNotFoundException {
    return transformed(bytes, new ResourceBytes());
  }

  static Class<?> transformed(byte[] bytes, ClassBytes others) throws ClassNotFoundException {
    ClassBytes classes = name -> name.equals(NAME) ? Optional.of(bytes) : others.find(name);
    String dotted = NAME.replace('/', '.');
    return new VerifyingLoader(classes, Patterns.none(), dotted::equals).loadClass(dotted);
  }

  @SuppressWarnings("unchecked")
  static Coroutine<Object, Object> coroutine(Class<?> old) throws ReflectiveOperationException {
    return Coroutine.create((CoroutineBody<Object, Object>) old.getConstructor().newInstance());
  }
}
