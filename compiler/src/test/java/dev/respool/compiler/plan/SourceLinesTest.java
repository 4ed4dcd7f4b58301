package dev.respool.compiler.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.respool.compiler.fixture.AssembledClass;
import dev.respool.compiler.fixture.Assembly;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;

class SourceLinesTest {
  private final Assembly code =
      Assembly.of(
          """
          local early I a b 0
          local late J b c 0
            nop
          a:
            line 7
            nop
          b:
            line 3
            nop
          c:
            return
          """);
  private final ClassNode owner = AssembledClass.of("com/acme/Pump$Part", code);
  private final SourceLines lines = new SourceLines(owner, code.method());

  private AbstractInsnNode insn(String label) {
    return code.method().instructions.get(code.at(label));
  }

  @Test
  void an_instruction_has_the_line_that_was_last_declared() {
    assertEquals(7, lines.lineOf(insn("a")));
    assertEquals(3, lines.lineOf(insn("b")));
    assertEquals(3, lines.lineOf(insn("c")));
  }

  @Test
  void before_the_first_line_the_first_line_counts() {
    assertEquals(7, lines.lineOf(code.method().instructions.getFirst()));
    assertEquals(7, lines.lineOf(null));
  }

  @Test
  void a_place_is_written_as_a_stack_trace_writes_it() {
    owner.sourceFile = "Pump.java";
    assertEquals("com.acme.Pump$Part.m(Pump.java:3)", lines.locationOf(insn("b")));
  }

  @Test
  void without_lines_the_file_alone_is_named() {
    Assembly bare = Assembly.of("return");
    ClassNode node = AssembledClass.of("T", bare);
    SourceLines none = new SourceLines(node, bare.method());
    assertEquals(-1, none.lineOf(bare.method().instructions.getFirst()));
    assertEquals("T.m(T.java)", none.locationOf(null));
    node.sourceFile = null;
    assertEquals("T.m(Unknown Source)", none.locationOf(null));
  }

  @Test
  void a_local_is_found_by_slot_in_its_scope() {
    assertEquals("early", lines.localAt(0, code.at("a")).name);
    assertEquals("late", lines.localAt(0, code.at("b")).name);
    assertNull(lines.localAt(0, code.at("c")));
    assertNull(lines.localAt(1, code.at("a")));
  }
}
