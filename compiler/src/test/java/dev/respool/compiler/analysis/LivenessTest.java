package dev.respool.compiler.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.respool.compiler.fixture.Assembly;
import org.junit.jupiter.api.Test;

class LivenessTest {
  private static String before(Assembly code, String label) {
    ControlFlow flow = new ControlFlow(code.method());
    return new Liveness(code.method(), flow).before(code.at(label)).toString();
  }

  private static String across(Assembly code, String label) {
    ControlFlow flow = new ControlFlow(code.method());
    return new Liveness(code.method(), flow).acrossCall(code.at(label), flow).toString();
  }

  @Test
  void a_local_is_live_from_its_store_to_its_last_load() {
    Assembly code =
        Assembly.of(
            """
            before:
              iconst_0
              istore 3
            between:
              nop
            load:
              iload 3
              pop
            after:
              return
            """);
    assertEquals("{}", before(code, "before"));
    assertEquals("{3}", before(code, "between"));
    assertEquals("{3}", before(code, "load"));
    assertEquals("{}", before(code, "after"));
  }

  @Test
  void a_local_that_is_stored_again_before_it_is_loaded_is_dead() {
    Assembly code = Assembly.of("here:\n nop\n iconst_0\n istore 1\n there:\n iload 1\n ireturn");
    assertEquals("{}", before(code, "here"));
    assertEquals("{1}", before(code, "there"));
  }

  @Test
  void an_increment_reads_its_local() {
    assertEquals("{2}", before(Assembly.of("here:\n nop\n iinc 2 1\n return"), "here"));
  }

  @Test
  void a_long_counts_as_its_first_slot_only() {
    assertEquals("{4}", before(Assembly.of("here:\n nop\n lload 4\n lreturn"), "here"));
  }

  @Test
  void what_the_next_round_of_a_loop_reads_is_live_at_its_end() {
    Assembly code =
        Assembly.of(
            """
              iconst_5
              istore 1
            loop:
              iload 1
              ifeq end
              nop
            last:
              goto loop
            end:
              return
            """);
    assertEquals("{1}", before(code, "last"));
    assertEquals("{}", before(code, "end"));
  }

  @Test
  void a_local_of_an_inner_loop_is_live_around_the_outer_one() {
    Assembly code =
        Assembly.of(
            """
            outer:
              iload 1
              ifeq end
            inner:
              iload 2
              ifeq outer
            call:
              nop
              goto inner
            end:
              return
            """);
    assertEquals("{1, 2}", before(code, "call"));
    assertEquals("{1, 2}", before(code, "outer"));
  }

  @Test
  void either_branch_keeps_its_local_alive() {
    Assembly code =
        Assembly.of(
            """
            here:
              iconst_0
              ifeq other
              iload 1
              ireturn
            other:
              iload 2
              ireturn
            """);
    assertEquals("{1, 2}", before(code, "here"));
    assertEquals("{2}", before(code, "other"));
  }

  @Test
  void what_a_handler_reads_is_live_in_its_whole_range_and_no_further() {
    Assembly code =
        Assembly.of(
            """
            try start end handler any
            before:
              iconst_0
              istore 5
            start:
              nop
            again:
              iconst_1
              istore 5
            end:
              return
            handler:
              pop
              iload 5
              ireturn
            """);
    assertEquals("{}", before(code, "before"));
    assertEquals("{5}", before(code, "start"));
    assertEquals("{5}", before(code, "again"), "the instruction may throw before it stores");
    assertEquals("{}", before(code, "end"));
  }

  @Test
  void arguments_of_a_call_are_not_live_across_it() {
    Assembly code =
        Assembly.of(
            """
              iload 1
              iload 2
            call:
              invokestatic T.f(II)V
              iload 3
              ireturn
            """);
    assertEquals("{3}", across(code, "call"));
  }

  @Test
  void what_the_handlers_of_a_call_read_is_live_across_it() {
    Assembly code =
        Assembly.of(
            """
            try call end handler any
            call:
              invokestatic T.f()V
            end:
              return
            handler:
              pop
              iload 7
              ireturn
            """);
    assertEquals("{7}", across(code, "call"));
  }

  @Test
  void what_a_call_s_result_is_stored_into_is_not_live_across_it() {
    Assembly code = Assembly.of("call:\n invokestatic T.f()I\n istore 1\n iload 1\n ireturn");
    assertEquals("{}", across(code, "call"));
  }
}
