package dev.respool.compiler.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.compiler.fixture.Assembly;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.LabelNode;

class TypeStatesTest {
  private static TypeState before(Assembly code, String label) {
    return new TypeStates("com/acme/T", code.method()).before(code.at(label));
  }

  @Test
  void parameters_are_typed_by_slot_and_a_long_takes_two() {
    Assembly code = Assembly.of(0, "m(IJLjava/lang/String;[D)V", "here:\n return");
    assertEquals(
        List.of("com/acme/T", Opcodes.INTEGER, Opcodes.LONG, Opcodes.TOP, "java/lang/String", "[D"),
        before(code, "here").locals());
  }

  @Test
  void an_operand_of_two_slots_is_one_entry_of_the_stack() {
    Assembly code =
        Assembly.of("lconst_0\n iconst_0\n dconst_0\n fconst_0\n aconst_null\n here:\n athrow");
    assertEquals(
        List.of(Opcodes.LONG, Opcodes.INTEGER, Opcodes.DOUBLE, Opcodes.FLOAT, Opcodes.NULL),
        before(code, "here").stack());
  }

  @Test
  void a_store_gives_its_local_a_type() {
    Assembly code = Assembly.of("ldc text\n astore 0\n dconst_0\n dstore 2\n here:\n return");
    assertEquals(
        List.of("java/lang/String", Opcodes.TOP, Opcodes.DOUBLE, Opcodes.TOP),
        before(code, "here").locals());
  }

  @Test
  void where_paths_join_the_declared_frame_counts() {
    Assembly code =
        Assembly.of(
            """
              aconst_null
              astore 0
              iconst_0
              ifeq join
              ldc text
              astore 0
            join:
              frame [java/lang/CharSequence] []
              return
            """);
    assertEquals(List.of("java/lang/CharSequence"), before(code, "join").locals());
  }

  @Test
  void dead_code_has_no_types() {
    Assembly code = Assembly.of("here:\n return\n dead:\n nop\n return");
    TypeStates types = new TypeStates("com/acme/T", code.method());
    assertTrue(types.isReached(code.at("here")));
    assertFalse(types.isReached(code.at("dead")));
  }

  @Test
  void a_new_object_is_known_by_its_instruction_until_its_constructor_has_run() {
    Assembly code =
        Assembly.of(
            """
            made:
              new java/lang/Object
              dup
            constructor:
              invokespecial java/lang/Object.<init>()V
            done:
              pop
              return
            """);
    TypeStates types = new TypeStates("com/acme/T", code.method());
    List<Object> stack = types.before(code.at("constructor")).stack();
    assertEquals(2, stack.size());
    stack.forEach(type -> assertEquals(code.at("made"), types.newInsnOf(type)));
    assertEquals(List.of("java/lang/Object"), types.before(code.at("done")).stack());
  }

  @Test
  void two_new_objects_of_a_class_are_told_apart() {
    Assembly code =
        Assembly.of(
            """
            first:
              new java/lang/Object
            second:
              new java/lang/Object
            here:
              pop
              pop
              return
            """);
    TypeStates types = new TypeStates("com/acme/T", code.method());
    List<Integer> made =
        types.before(code.at("here")).stack().stream().map(types::newInsnOf).toList();
    assertEquals(code.allAt("first", "second"), made);
  }

  @Test
  void other_types_are_not_new_objects() {
    TypeStates types = new TypeStates("com/acme/T", Assembly.of("return").method());
    assertEquals(-1, types.newInsnOf("java/lang/Object"));
    assertEquals(-1, types.newInsnOf(Opcodes.INTEGER));
  }

  @Test
  void a_frame_is_read_by_slot_and_its_labels_are_those_of_the_walk() {
    LabelNode made = new LabelNode();
    Object[] locals = {Opcodes.LONG, "java/lang/String"};
    Object[] stack = {made, Opcodes.DOUBLE};
    TypeState state = TypeStates.of(new FrameNode(Opcodes.F_NEW, 2, locals, 2, stack));
    assertEquals(List.of(Opcodes.LONG, Opcodes.TOP, "java/lang/String"), state.locals());
    assertEquals(List.of(made.getLabel(), Opcodes.DOUBLE), state.stack());
  }

  @Test
  void operands_can_be_replaced_and_removed() {
    TypeState state = new TypeState(List.of("A"), List.of("A", "B", "C"));
    TypeState mapped = state.mapStack(type -> type.equals("B") ? null : type + "!");
    assertEquals(List.of("A!", "C!"), mapped.stack());
    assertEquals(List.of("A"), mapped.locals());
  }
}
