package dev.respool.it.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.Coroutine;
import dev.respool.compiler.Compiler;
import dev.respool.compiler.plan.Refusal;
import dev.respool.compiler.suspendable.Patterns;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Class files without stack map frames, as the JVM takes them up to version 50; with subroutines.
 */
class OldClassFilesTest implements Opcodes {
  private static final int FREE = 6;
  private static final int SLOTS = 250;

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
    return BodyClass.bytes(version, ClassWriter.COMPUTE_MAXS, code -> run(code, branches));
  }

  private static void run(MethodVisitor code, int branches) {
    code.visitVarInsn(ALOAD, 1);
    code.visitTypeInsn(CHECKCAST, "java/lang/Integer");
    code.visitMethodInsn(INVOKEVIRTUAL, "java/lang/Integer", "intValue", "()I", false);
    code.visitVarInsn(ISTORE, 5); // n
    Label large = new Label();
    Label made = new Label();
    code.visitVarInsn(ILOAD, 5);
    code.visitInsn(ICONST_2);
    code.visitJumpInsn(IF_ICMPGT, large);
    BodyClass.construct(code, "java/util/LinkedList");
    code.visitJumpInsn(GOTO, made);
    code.visitLabel(large);
    BodyClass.construct(code, "java/util/ArrayList");
    code.visitLabel(made);
    code.visitVarInsn(ASTORE, 1);
    branch(code, branches);
    loop(code);
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
    BodyClass.callYield(code);
    BodyClass.callAdd(code);
    code.visitIincInsn(2, 10);
    code.visitVarInsn(RET, 4);
  }

  private static List<String> run(Class<?> old, int n) throws ReflectiveOperationException {
    Coroutine<Object, Object> co = BodyClass.coroutine(old);
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
    Class<?> old = BodyClass.transformed(old(version));
    assertEquals(List.of("SUSPENDED null", "SUSPENDED null", "DEAD 22"), run(old, 2));
    assertEquals(4, run(old, 3).size());
    assertEquals("DEAD 33", run(old, 3).get(3));
  }

  @Test
  void a_long_method_of_an_old_class_gets_its_frames_too() throws Exception {
    Class<?> old = BodyClass.transformed(old(V1_5, 6_000));
    assertEquals(List.of("SUSPENDED null", "DEAD 11"), run(old, 1));
  }

  @Test
  void a_class_that_is_missing_is_named() {
    List<Refusal> refusals =
        new Compiler(BodyClass.WITHOUT_COLLECTIONS, Patterns.none()).compile(old(V1_4)).refusals();
    assertEquals(1, refusals.size());
    assertEquals(Refusal.Reason.OLD_CLASS_FILE, refusals.get(0).reason());
    assertTrue(refusals.get(0).message().contains("without java.util."), refusals.toString());
  }
}
