package dev.respool.compiler.plan;

import static dev.respool.compiler.plan.Planned.YIELD;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.respool.compiler.fixture.Assembly;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;

/** The format is read by the runtime's {@code Description}; its own tests hold the other side. */
class DescriptionWriterTest {
  private static final int STATIC = Opcodes.ACC_STATIC;
  private static final String CALLED = "dev/respool/Coroutine.yield()Ljava/lang/Object;";

  @Test
  void the_first_line_names_method_descriptor_and_file_then_a_line_for_each_point() {
    Assembly method =
        Assembly.of(
            STATIC,
            "drain(I)V",
            "line 41\n %1$s\n pop\n line 43\n %1$s\n pop\n return".formatted(YIELD));
    assertEquals(
        "drain\t(I)V\tPump.java\n41\t" + CALLED + "\n43\t0", Planned.plan(method).description());
  }

  @Test
  void a_live_local_has_its_cell_its_name_and_its_declared_type() {
    Assembly method =
        Assembly.of(
            STATIC,
            "m(ZLjava/lang/String;)V",
            """
            local flag Z start end 0
            local text Ljava/lang/CharSequence; start end 1
            start:
              line 9
              %s
              pop
              iload 0
              pop
              aload 1
              pop
            end:
              return
            """
                .formatted(YIELD));
    assertEquals(
        "m\t(ZLjava/lang/String;)V\tPump.java\n"
            + "9\t"
            + CALLED
            + "\tp0\tflag\tZ\tr0\ttext\tLjava/lang/CharSequence;",
        Planned.plan(method).description());
  }

  @Test
  void without_debug_information_a_local_has_its_slot_and_a_name_that_no_source_has() {
    Assembly method =
        Assembly.of(
            STATIC,
            "m(JFD[ILjava/lang/String;I)V",
            """
              aconst_null
              astore 9
              %s
              pop
              lload 0
              fload 2
              dload 3
              aload 5
              aload 6
              iload 7
              aload 9
              athrow
            """
                .formatted(YIELD));
    ClassNode owner = Planned.owner(method);
    owner.sourceFile = null;
    MethodPlan plan = (MethodPlan) Planned.decide(owner, method);
    assertEquals(
        "m\t(JFD[ILjava/lang/String;I)V\t\n-1\t"
            + CALLED
            + "\tp0\t;0\tJ\ti0\t;2\tF\tp1\t;3\tD\tr0\t;5\t[I"
            + "\tr1\t;6\tLjava/lang/String;\tp2\t;7\tI\t-\t;9\tLjava/lang/Object;",
        plan.description());
  }

  @Test
  void an_operand_is_named_after_its_height_and_what_was_written_before_is_a_number() {
    Assembly method =
        Assembly.of(
            STATIC,
            "m(I)I",
            """
              lconst_0
              %1$s
              pop
              %1$s
              pop
              l2i
              iload 0
              iadd
              ireturn
            """
                .formatted(YIELD));
    assertEquals(
        "m\t(I)I\tPump.java\n-1\t" + CALLED + "\ti0\t;0\tI\tp0\t.0\tJ\n-1\t0\t0\t1",
        Planned.plan(method).description());
  }

  @Test
  void a_description_that_does_not_fit_a_constant_leaves_the_locals_out() {
    int count = 70;
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < count; i++) {
      code.append("local ").append("x".repeat(1000)).append(i).append(" I start end ").append(i);
      code.append('\n');
    }
    code.append(" start:\n").append((YIELD + "\n pop\n").repeat(2));
    for (int i = 0; i < count; i++) {
      code.append("iload ").append(i).append("\n pop\n");
    }
    code.append(" end:\n return");
    Assembly method = Assembly.of(STATIC, "m(" + "I".repeat(count) + ")V", code.toString());
    assertEquals(
        "m\t(" + "I".repeat(count) + ")V\tPump.java\t-\n-1\t" + CALLED + "\n-1\t0",
        Planned.plan(method).description());
  }
}
