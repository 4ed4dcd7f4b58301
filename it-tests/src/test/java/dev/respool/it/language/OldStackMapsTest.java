package dev.respool.it.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.Coroutine;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Class files of version 50 with a stack map, which the JVM does not need to be right there. */
class OldStackMapsTest implements Opcodes {
  /**
   * With a stack map as some compilers write them: it says that {@code kept} is null where it is an
   * object. The JVM takes that in version 50, since it verifies such a class as if it had no map.
   *
   * <pre>
   *   Object run(Object first) {
   *     Object kept = null;
   *     try {
   *       kept = first;
   *       throw (RuntimeException) Coroutine.yield(kept);
   *     } catch (Throwable e) {
   *       return kept;
   *     }
   *   }
   * </pre>
   */
  private static void wrongMap(MethodVisitor code) {
    Label start = new Label();
    Label handler = new Label();
    code.visitTryCatchBlock(start, handler, handler, "java/lang/Throwable");
    code.visitInsn(ACONST_NULL);
    code.visitVarInsn(ASTORE, 2); // kept
    code.visitLabel(start);
    code.visitVarInsn(ALOAD, 1);
    code.visitVarInsn(ASTORE, 2);
    code.visitVarInsn(ALOAD, 2);
    BodyClass.callYield(code);
    code.visitTypeInsn(CHECKCAST, "java/lang/RuntimeException");
    code.visitInsn(ATHROW);
    code.visitLabel(handler);
    code.visitFrame(
        F_NEW,
        3,
        new Object[] {BodyClass.NAME, BodyClass.OBJECT, NULL},
        1,
        new Object[] {"java/lang/Throwable"});
    code.visitInsn(POP);
    code.visitVarInsn(ALOAD, 2);
    code.visitInsn(ARETURN);
  }

  /**
   * With a stack map that is right.
   *
   * <pre>
   *   Object run(Object first) {
   *     AbstractList list = first == null ? new ArrayList() : new LinkedList();
   *     list.add(first);
   *     Coroutine.yield(list.toString());
   *     return list.toString();
   *   }
   * </pre>
   */
  private static void rightMap(MethodVisitor code) {
    Label none = new Label();
    Label made = new Label();
    code.visitVarInsn(ALOAD, 1);
    code.visitJumpInsn(IFNULL, none);
    BodyClass.construct(code, "java/util/LinkedList");
    code.visitJumpInsn(GOTO, made);
    code.visitLabel(none);
    BodyClass.construct(code, "java/util/ArrayList");
    code.visitLabel(made);
    code.visitVarInsn(ASTORE, 2); // list
    code.visitVarInsn(ALOAD, 2);
    code.visitVarInsn(ALOAD, 1);
    BodyClass.callAdd(code);
    callToString(code);
    BodyClass.callYield(code);
    code.visitInsn(POP);
    callToString(code);
    code.visitInsn(ARETURN);
  }

  private static void callToString(MethodVisitor code) {
    code.visitVarInsn(ALOAD, 2);
    code.visitMethodInsn(
        INVOKEVIRTUAL, BodyClass.OBJECT, "toString", "()Ljava/lang/String;", false);
  }

  @Test
  void a_wrong_stack_map_of_version_50_is_computed_anew() throws Exception {
    Coroutine<Object, Object> co =
        BodyClass.coroutine(
            BodyClass.transformed(
                BodyClass.bytes(V1_6, ClassWriter.COMPUTE_MAXS, OldStackMapsTest::wrongMap)));
    assertEquals("first", co.resume("first"));
    assertEquals("first", co.resume(new IllegalStateException("sent")));
    assertTrue(co.isDone());
  }

  @Test
  void a_stack_map_of_version_50_is_believed_if_it_cannot_be_computed() throws Exception {
    Coroutine<Object, Object> co =
        BodyClass.coroutine(
            BodyClass.transformed(
                BodyClass.bytes(V1_6, ClassWriter.COMPUTE_FRAMES, OldStackMapsTest::rightMap),
                BodyClass.WITHOUT_COLLECTIONS));
    assertEquals("[first]", co.resume("first"));
    assertEquals("[first]", co.resume());
    assertTrue(co.isDone());
  }
}
