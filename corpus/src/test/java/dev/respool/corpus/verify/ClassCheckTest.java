package dev.respool.corpus.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** The check that every transformed class passes can fail. */
class ClassCheckTest {
  private static final String THROWABLE = "java/lang/Throwable";

  private static final int LOCALS = 250;

  private final ClassCheck check = new ClassCheck(new TypeTree(new JdkClasses()));

  @Test
  void a_frame_that_says_what_holds_is_accepted() {
    assertEquals(List.of(), check.faults(merging("java/lang/String")));
  }

  @Test
  void a_frame_that_says_less_than_what_holds_is_accepted() {
    assertEquals(List.of(), check.faults(merging("java/lang/Object")));
    assertEquals(List.of(), check.faults(merging("java/lang/Runnable")));
  }

  @Test
  void a_frame_that_says_more_than_what_holds_is_a_problem() {
    List<Fault> faults = check.faults(merging("java/lang/Integer"));
    assertTrue(faults.toString().contains("stack map of m"), faults.toString());
  }

  @Test
  void what_is_not_found_may_be_an_interface_which_is_as_good_as_object() {
    assertEquals(List.of(), check.faults(merging("com/acme/Missing")));
  }

  @Test
  void a_frame_of_code_that_nothing_reaches_may_say_anything() {
    ClassWriter writer = started();
    MethodVisitor code = writer.visitMethod(Opcodes.ACC_PUBLIC, "m", "()V", null, null);
    code.visitCode();
    code.visitInsn(Opcodes.RETURN);
    code.visitFrame(
        Opcodes.F_NEW, 1, new Object[] {"java/lang/Integer"}, 1, new Object[] {THROWABLE});
    code.visitInsn(Opcodes.NOP);
    code.visitInsn(Opcodes.ATHROW);
    code.visitMaxs(1, 1);
    assertEquals(List.of(), check.faults(writer.toByteArray()));
  }

  @Test
  void hotspot_rejects_it_too() {
    HotSpotVerifier hotSpot = new HotSpotVerifier(getClass().getClassLoader());
    hotSpot.add("Checked", merging("java/lang/Integer"));
    String faults = hotSpot.faults("Checked").toString();
    assertTrue(faults.contains("java.lang.VerifyError"), faults);
  }

  @Test
  void and_so_does_the_jdk_where_it_has_a_verifier() {
    JdkVerifier.over(new JdkClasses())
        .ifPresent(
            verifier -> {
              assertEquals(List.of(), verifier.faults(merging("java/lang/String")));
              String faults = verifier.faults(merging("java/lang/Integer")).toString();
              assertTrue(faults.contains("VerifyError"), faults);
            });
  }

  @Test
  void a_method_may_be_long_and_have_many_branches() {
    ClassWriter writer = started();
    MethodVisitor code = method(writer, "(I" + "Ljava/lang/Object;".repeat(LOCALS) + ")V");
    Object[] locals = new Object[1 + LOCALS];
    Arrays.fill(locals, "java/lang/Object");
    locals[0] = Opcodes.INTEGER;
    for (int i = 0; i < 6_000; i++) {
      Label next = new Label();
      code.visitVarInsn(Opcodes.ILOAD, 0);
      code.visitJumpInsn(Opcodes.IFEQ, next);
      code.visitInsn(Opcodes.NOP);
      code.visitLabel(next);
      code.visitFrame(Opcodes.F_NEW, locals.length, locals, 0, new Object[0]);
      code.visitInsn(Opcodes.NOP);
    }
    code.visitInsn(Opcodes.RETURN);
    code.visitMaxs(1, locals.length);
    assertEquals(List.of(), check.faults(writer.toByteArray()));
  }

  @Test
  void a_wrong_data_flow_is_a_problem() {
    ClassWriter writer = started();
    MethodVisitor code = method(writer, "()I");
    code.visitInsn(Opcodes.ACONST_NULL);
    code.visitInsn(Opcodes.IRETURN);
    code.visitMaxs(1, 0);
    List<Fault> faults = check.faults(writer.toByteArray());
    assertTrue(faults.toString().contains("data flow of m()I"), faults.toString());
  }

  /** {@code static void m(String s) { if (s != null) {} }} whose frame claims another type of s. */
  private static byte[] merging(String claimed) {
    ClassWriter writer = started();
    MethodVisitor code = method(writer, "(Ljava/lang/String;)V");
    Label end = new Label();
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitJumpInsn(Opcodes.IFNULL, end);
    code.visitLabel(end);
    code.visitFrame(Opcodes.F_NEW, 1, new Object[] {claimed}, 0, new Object[0]);
    code.visitInsn(Opcodes.RETURN);
    code.visitMaxs(1, 1);
    return writer.toByteArray();
  }

  private static ClassWriter started() {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, "Checked", null, "java/lang/Object", null);
    return writer;
  }

  private static MethodVisitor method(ClassWriter writer, String descriptor) {
    MethodVisitor code = writer.visitMethod(Opcodes.ACC_STATIC, "m", descriptor, null, null);
    code.visitCode();
    return code;
  }
}
