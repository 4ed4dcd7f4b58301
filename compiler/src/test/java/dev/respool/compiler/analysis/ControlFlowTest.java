package dev.respool.compiler.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.respool.compiler.fixture.Assembly;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ControlFlowTest {
  private static List<Integer> successors(Assembly code, String label) {
    List<Integer> found = new ArrayList<>();
    new ControlFlow(code.method()).successors(code.at(label), found::add);
    return found;
  }

  /** The indices of labels themselves, at which jumps arrive. */
  private static List<Integer> targets(Assembly code, String... labels) {
    ControlFlow flow = new ControlFlow(code.method());
    return List.of(labels).stream().map(code::labelNamed).map(flow::indexOf).toList();
  }

  @Test
  void a_plain_instruction_is_followed_by_the_next() {
    Assembly code = Assembly.of("here:\n iconst_0\n pop\n return");
    assertEquals(List.of(code.at("here") + 1), successors(code, "here"));
  }

  @Test
  void a_conditional_jump_goes_both_ways() {
    Assembly code = Assembly.of("iconst_0\n here:\n ifeq end\n nop\n end:\n return");
    List<Integer> expected = new ArrayList<>(targets(code, "end"));
    expected.add(code.at("here") + 1);
    assertEquals(expected, successors(code, "here"));
  }

  @Test
  void a_goto_goes_only_to_its_target() {
    Assembly code = Assembly.of("end:\n nop\n here:\n goto end");
    assertEquals(targets(code, "end"), successors(code, "here"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"tableswitch", "lookupswitch"})
  void a_switch_goes_to_its_default_and_its_cases(String opcode) {
    Assembly code =
        Assembly.of("iconst_0\n here:\n " + opcode + " d a b\n a:\n nop\n b:\n nop\n d:\n return");
    assertEquals(targets(code, "d", "a", "b"), successors(code, "here"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ireturn", "lreturn", "freturn", "dreturn", "areturn", "return", "athrow"})
  void nothing_follows_the_end_of_a_method(String opcode) {
    Assembly code = Assembly.of("here:\n " + opcode + "\n nop");
    assertEquals(List.of(), successors(code, "here"));
  }

  @Test
  void the_blocks_of_an_instruction_come_in_the_order_of_their_search() {
    Assembly code =
        Assembly.of(
            """
            try inner innerEnd first java/lang/RuntimeException
            try outer outerEnd second any
            outer:
              nop
            inner:
              nop
            innerEnd:
              nop
            outerEnd:
              return
            first:
            second:
              athrow
            """);
    ControlFlow flow = new ControlFlow(code.method());
    assertEquals(
        code.method().tryCatchBlocks, flow.blocksAt(code.at("inner")), "inner, then outer");
    assertEquals(List.of(code.method().tryCatchBlocks.get(1)), flow.blocksAt(code.at("outer")));
    assertEquals(List.of(code.method().tryCatchBlocks.get(1)), flow.blocksAt(code.at("innerEnd")));
    assertEquals(List.of(), flow.blocksAt(code.at("outerEnd")));
  }

  @Test
  void what_is_reachable_includes_handlers_and_loops_and_no_dead_code() {
    Assembly code =
        Assembly.of(
            """
            try body bodyEnd handler any
            before:
              nop
            loop:
              nop
            body:
              iconst_0
              ifeq loop
            bodyEnd:
              return
            dead:
              return
            handler:
              athrow
            """);
    ControlFlow flow = new ControlFlow(code.method());
    TreeSet<Integer> reached = new TreeSet<>();
    flow.reachableFrom(List.of(code.at("body"))).stream()
        .filter(i -> code.method().instructions.get(i).getOpcode() >= 0)
        .forEach(reached::add);
    TreeSet<Integer> expected = new TreeSet<>(code.allAt("loop", "body", "bodyEnd", "handler"));
    expected.add(code.at("body") + 1);
    assertEquals(expected, reached);
  }

  @Test
  void nothing_is_reachable_from_behind_the_last_instruction() {
    Assembly code = Assembly.of("return");
    assertEquals(0, new ControlFlow(code.method()).reachableFrom(List.of(1)).cardinality());
  }
}
