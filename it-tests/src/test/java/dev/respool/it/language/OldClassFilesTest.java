package dev.respool.it.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.Coroutine;
import dev.respool.CoroutineBody;
import dev.respool.compiler.Compiler;
import dev.respool.compiler.plan.Refusal;
import dev.respool.compiler.suspendable.ClassBytes;
import dev.respool.compiler.suspendable.Patterns;
import dev.respool.it.harness.ResourceBytes;
import dev.respool.it.harness.VerifyingLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Class files without stack map frames, as the JVM takes them up to version 50; with subroutines.
 */
class OldClassFilesTest implements Opcodes {
  private static final String NAME = "com/acme/Old";
  private static final String OBJECT = "java/lang/Object";
  private static final String L_OBJECT = "Ljava/lang/Object;";
  private static final int FREE = 6;
  private static final int SLOTS = 250;
  private static final String BODY = Type.getInternalName(CoroutineBody.class);

  /**
   *
   *
   * <pre>
   *   Object run(Object first) {                                          // of CoroutineBody
   *     int n = ((Integer) first).intValue();
   *     AbstractList list = n &gt; 2 ? new ArrayList() : new LinkedList();   // no frame where they meet
   *     int sum = 0;
   *     for (int i = 0; i &lt; n; i++) { jsr add; }
   *     return Integer.valueOf(sum + list.size());
   *     add: list.add(Coroutine.yield(i)); sum += i; ret
   *   }
   * </pre>
   */
  private static byte[] old(int version) {
    return old(version, 0);
  }

  /** The same with that many branches before the loop, and many locals that live there. */
  private static byte[] old(int version, int branches) {
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    writer.visit(version, ACC_PUBLIC | ACC_SUPER, NAME, null, OBJECT, new String[] {BODY});
    constructor(writer.visitMethod(ACC_PUBLIC, "<init>", "()V", null, null));
    run(
        writer.visitMethod(ACC_PUBLIC, "run", "(" + L_OBJECT + ")" + L_OBJECT, null, null),
        branches);
    writer.visitEnd();
    return writer.toByteArray();
  }

  private static void constructor(MethodVisitor code) {
    code.visitCode();
    code.visitVarInsn(ALOAD, 0);
    code.visitMethodInsn(INVOKESPECIAL, OBJECT, "<init>", "()V", false);
    code.visitInsn(RETURN);
    code.visitMaxs(0, 0);
    code.visitEnd();
  }

  private static void run(MethodVisitor code, int branches) {
    code.visitCode();
    code.visitVarInsn(ALOAD, 1);
    code.visitTypeInsn(CHECKCAST, "java/lang/Integer");
    code.visitMethodInsn(INVOKEVIRTUAL, "java/lang/Integer", "intValue", "()I", false);
    code.visitVarInsn(ISTORE, 5); // n
    Label large = new Label();
    Label made = new Label();
    code.visitVarInsn(ILOAD, 5);
    code.visitInsn(ICONST_2);
    code.visitJumpInsn(IF_ICMPGT, large);
    construct(code, "java/util/LinkedList");
    code.visitJumpInsn(GOTO, made);
    code.visitLabel(large);
    construct(code, "java/util/ArrayList");
    code.visitLabel(made);
    code.visitVarInsn(ASTORE, 1);
    branch(code, branches);
    loop(code);
    code.visitMaxs(0, 0);
    code.visitEnd();
  }

  private static void branch(MethodVisitor code, int branches) {
    for (int local = FREE; branches > 0 && local < SLOTS; local++) {
      code.visitVarInsn(ALOAD, 1);
      code.visitVarInsn(ASTORE, local);
    }
    for (int i = 0; i < branches; i++) {
      Label next = new Label();
      code.visitVarInsn(ILOAD, 5);
      code.visitJumpInsn(IFEQ, next);
      code.visitInsn(NOP);
      code.visitLabel(next);
    }
  }

  private static void construct(MethodVisitor code, String type) {
    code.visitTypeInsn(NEW, type);
    code.visitInsn(DUP);
    code.visitMethodInsn(INVOKESPECIAL, type, "<init>", "()V", false);
  }

  private static void loop(MethodVisitor code) {
    Label next = new Label();
    Label end = new Label();
    Label add = new Label();
    code.visitInsn(ICONST_0);
    code.visitVarInsn(ISTORE, 2); // sum
    code.visitInsn(ICONST_0);
    code.visitVarInsn(ISTORE, 3); // i
    code.visitLabel(next);
    code.visitVarInsn(ILOAD, 3);
    code.visitVarInsn(ILOAD, 5);
    code.visitJumpInsn(IF_ICMPGE, end);
    code.visitJumpInsn(JSR, add);
    code.visitIincInsn(3, 1);
    code.visitJumpInsn(GOTO, next);
    code.visitLabel(end);
    code.visitVarInsn(ILOAD, 2);
    code.visitVarInsn(ALOAD, 1);
    code.visitMethodInsn(INVOKEVIRTUAL, "java/util/AbstractList", "size", "()I", false);
    code.visitInsn(IADD);
    code.visitMethodInsn(
        INVOKESTATIC, "java/lang/Integer", "valueOf", "(I)Ljava/lang/Integer;", false);
    code.visitInsn(ARETURN);
    code.visitLabel(add);
    subroutine(code);
  }

  private static void subroutine(MethodVisitor code) {
    code.visitVarInsn(ASTORE, 4); // return address
    code.visitVarInsn(ALOAD, 1);
    code.visitInsn(ACONST_NULL);
    code.visitMethodInsn(
        INVOKESTATIC,
        Type.getInternalName(Coroutine.class),
        "yield",
        "(" + L_OBJECT + ")" + L_OBJECT,
        false);
    code.visitMethodInsn(
        INVOKEVIRTUAL, "java/util/AbstractList", "add", "(Ljava/lang/Object;)Z", false);
    code.visitInsn(POP);
    code.visitIincInsn(2, 10);
    code.visitVarInsn(RET, 4);
  }

  private static Class<?> transformed(byte[] bytes) throws ClassNotFoundException {
    ResourceBytes resources = new ResourceBytes();
    ClassBytes classes = name -> name.equals(NAME) ? Optional.of(bytes) : resources.find(name);
    String dotted = NAME.replace('/', '.');
    return new VerifyingLoader(classes, Patterns.none(), dotted::equals).loadClass(dotted);
  }

  @SuppressWarnings("unchecked")
  private static List<String> run(Class<?> old, int n) throws ReflectiveOperationException {
    Coroutine<Object, Object> co =
        Coroutine.create((CoroutineBody<Object, Object>) old.getConstructor().newInstance());
    List<String> seen = new ArrayList<>();
    Object given = n;
    while (!co.isDone()) {
      Object got = co.resume(given);
      seen.add(co.status() + " " + got);
      given = "answer";
    }
    return seen;
  }

  @ParameterizedTest
  @ValueSource(ints = {V1_1, V1_2, V1_3, V1_4, V1_5, V1_6})
  void an_old_class_gets_frames_and_no_subroutines(int version) throws Exception {
    Class<?> old = transformed(old(version));
    assertEquals(List.of("SUSPENDED null", "SUSPENDED null", "DEAD 22"), run(old, 2));
    assertEquals(4, run(old, 3).size());
    assertEquals("DEAD 33", run(old, 3).get(3));
  }

  @Test
  void a_long_method_of_an_old_class_gets_its_frames_too() throws Exception {
    Class<?> old = transformed(old(V1_5, 6_000));
    assertEquals(List.of("SUSPENDED null", "DEAD 11"), run(old, 1));
  }

  @Test
  void a_class_that_is_missing_is_named() {
    ClassBytes classes =
        name -> name.startsWith("java/util/") ? Optional.empty() : new ResourceBytes().find(name);
    List<Refusal> refusals = new Compiler(classes, Patterns.none()).compile(old(V1_4)).refusals();
    assertEquals(1, refusals.size());
    assertEquals(Refusal.Reason.OLD_CLASS_FILE, refusals.get(0).reason());
    assertTrue(refusals.get(0).message().contains("without java.util."), refusals.toString());
  }
}
