package dev.respool.compiler.plan;

import static dev.respool.compiler.plan.Planned.YIELD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.respool.compiler.fixture.Assembly;
import java.util.List;
import org.junit.jupiter.api.Test;

class RelocationPlannerTest {
  private static Relocation only(Assembly method) {
    List<Relocation> relocations = Planned.plan(method).relocations();
    assertEquals(1, relocations.size());
    return relocations.get(0);
  }

  private static void assertRefused(String code) {
    Refusal refusal =
        assertInstanceOf(Refusal.class, Planned.decide(Assembly.of(code.formatted(YIELD))));
    assertEquals(Refusal.Reason.UNINITIALIZED_OBJECT, refusal.reason());
  }

  @Test
  void a_new_with_a_suspending_argument_is_moved_behind_it() {
    Assembly method =
        Assembly.of(
            """
            made:
              new com/acme/Box
            copied:
              dup
              %s
            constructed:
              invokespecial com/acme/Box.<init>(Ljava/lang/Object;)V
              pop
              return
            """
                .formatted(YIELD));
    Relocation relocation = only(method);
    assertEquals(method.at("made"), relocation.newIndex());
    assertEquals(method.at("constructed"), relocation.constructorIndex());
    assertEquals("com/acme/Box", relocation.type());
    assertEquals("(Ljava/lang/Object;)V", relocation.constructor());
    assertEquals("{" + method.at("copied") + "}", relocation.copies().toString());
    assertEquals(2, relocation.height());
    assertEquals("move new com/acme/Box behind its arguments", relocation.toString());
  }

  @Test
  void an_object_that_nobody_wants_is_there_once() {
    Assembly method =
        Assembly.of(
            """
            new com/acme/Box
            %s
            invokespecial com/acme/Box.<init>(Ljava/lang/Object;)V
            return
            """
                .formatted(YIELD));
    assertEquals(1, only(method).height());
  }

  @Test
  void a_new_whose_arguments_do_not_suspend_stays() {
    Assembly method =
        Assembly.of(
            """
            new com/acme/Box
            dup
            aconst_null
            invokespecial com/acme/Box.<init>(Ljava/lang/Object;)V
            pop
            %s
            pop
            return
            """
                .formatted(YIELD));
    assertEquals(List.of(), Planned.plan(method).relocations());
  }

  @Test
  void nested_news_are_all_moved() {
    Assembly method =
        Assembly.of(
            """
            new com/acme/Outer
            dup
            new com/acme/Inner
            dup
            %s
            invokespecial com/acme/Inner.<init>(Ljava/lang/Object;)V
            invokespecial com/acme/Outer.<init>(Ljava/lang/Object;)V
            pop
            return
            """
                .formatted(YIELD));
    MethodPlan plan = Planned.plan(method);
    assertEquals(
        List.of("com/acme/Outer", "com/acme/Inner"),
        plan.relocations().stream().map(Relocation::type).toList());
    assertEquals("[]", plan.points().get(0).stack().toString(), "neither is on the stack");
  }

  @Test
  void operands_below_the_new_object_stay_where_they_are() {
    Assembly method =
        Assembly.of(
            """
            iconst_1
            new com/acme/Box
            dup
            lconst_0
            %s
            invokespecial com/acme/Box.<init>(JLjava/lang/Object;)V
            pop
            pop
            return
            """
                .formatted(YIELD));
    MethodPlan plan = Planned.plan(method);
    assertEquals("[0:int->i0, 1:long->p0]", plan.points().get(0).stack().toString());
  }

  @Test
  void a_branch_among_the_arguments_does_not_matter() {
    Assembly method =
        Assembly.of(
            """
            made:
              new com/acme/Box
              dup
              iconst_0
              ifeq other
              %s
              goto join
            other:
              frame [] [new@made,new@made]
              aconst_null
            join:
              frame [] [new@made,new@made,java/lang/Object]
              invokespecial com/acme/Box.<init>(Ljava/lang/Object;)V
              pop
              return
            """
                .formatted(YIELD));
    MethodPlan plan = Planned.plan(method);
    assertEquals(1, plan.relocations().size());
    plan.fastFrames().values().forEach(f -> assertEquals(true, f.stack().size() <= 1));
  }

  @Test
  void a_new_object_in_a_local_cannot_be_moved() {
    assertRefused(
        """
        new com/acme/Box
        astore 0
        aload 0
        %s
        invokespecial com/acme/Box.<init>(Ljava/lang/Object;)V
        return
        """);
  }

  @Test
  void a_new_object_with_something_between_its_copies_cannot_be_moved() {
    assertRefused(
        """
        new com/acme/Box
        dup
        iconst_0
        swap
        %s
        invokespecial com/acme/Box.<init>(Ljava/lang/Object;)V
        pop
        pop
        return
        """);
  }

  @Test
  void a_new_object_that_is_thrown_away_cannot_be_moved() {
    assertRefused(
        """
        new com/acme/Box
        %s
        pop
        pop
        return
        """);
  }
}
