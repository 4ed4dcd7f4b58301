package dev.respool.compiler.plan;

import static dev.respool.compiler.plan.Planned.YIELD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.respool.compiler.fixture.AssembledClass;
import dev.respool.compiler.fixture.Assembly;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;

class MethodPlannerTest {
  private static final int STATIC = Opcodes.ACC_STATIC;

  private static void assertUnchanged(Assembly method) {
    assertInstanceOf(Decision.Unchanged.class, Planned.decide(method));
  }

  @Test
  void a_method_without_code_stays() {
    assertUnchanged(Assembly.of(Opcodes.ACC_ABSTRACT, "m()V", ""));
  }

  @Test
  void a_suspendable_method_without_suspension_point_stays() {
    assertUnchanged(Assembly.of("invokestatic java/lang/System.nanoTime()J\n pop2\n return"));
  }

  @Test
  void a_method_that_is_not_suspendable_stays_whatever_it_calls() {
    Assembly method = Assembly.of(YIELD + "\n pop\n return");
    ClassNode owner = AssembledClass.of("com/acme/Pump", method);
    assertInstanceOf(Decision.Unchanged.class, Planned.decide(owner, method));
  }

  @Test
  void a_suspension_point_that_is_never_reached_is_none() {
    assertUnchanged(Assembly.of("return\n " + YIELD + "\n pop\n return"));
  }

  @Test
  void suspension_points_are_numbered_in_the_order_of_the_code() {
    MethodPlan plan =
        Planned.plan(
            Assembly.of(
                """
                line 5
                %1$s
                pop
                line 6
                invokestatic java/lang/Thread.yield()V
                line 7
                %1$s
                pop
                return
                """
                    .formatted(YIELD)));
    assertEquals(
        """
        method com.acme.Pump.m()V
        frame 0 references, 0 primitives
        point 0 line 5 dev.respool.Coroutine.yield()Ljava/lang/Object; locals [] stack []
        point 1 line 7 dev.respool.Coroutine.yield()Ljava/lang/Object; locals [] stack []
        """,
        plan.toString());
  }

  @Test
  void a_frame_has_room_for_the_most_of_each_sort() {
    MethodPlan plan =
        Planned.plan(
            Assembly.of(
                STATIC,
                "m(Ljava/lang/String;IJ)V",
                """
                iload 1
                lload 2
                %1$s
                pop
                pop2
                pop
                aload 0
                %1$s
                pop
                pop
                return
                """
                    .formatted(YIELD)));
    assertEquals(new FrameLayout(1, 2, false), plan.layout());
    assertEquals(
        "[0:java/lang/String->r0]", plan.points().get(0).locals().toString(), "live later");
    assertEquals("[0:int->p0, 1:long->p1]", plan.points().get(0).stack().toString());
    assertEquals("[]", plan.points().get(1).locals().toString());
    assertEquals("[0:java/lang/String->r0]", plan.points().get(1).stack().toString());
  }

  @Test
  void a_dead_local_is_not_kept_and_not_typed_in_the_resume_method() {
    MethodPlan plan =
        Planned.plan(
            Assembly.of(
                STATIC,
                "m(Ljava/lang/String;Ljava/lang/String;)Ljava/lang/String;",
                YIELD + "\n pop\n aload 1\n areturn"));
    SuspensionPoint point = plan.points().get(0);
    assertEquals("[1:java/lang/String->r0]", point.locals().toString());
    assertEquals(List.of(Opcodes.TOP, "java/lang/String"), point.liveTypes().locals());
    assertEquals(List.of("java/lang/String", "java/lang/String"), point.allTypes().locals());
  }

  @Test
  void what_only_a_handler_reads_is_kept() {
    MethodPlan plan =
        Planned.plan(
            Assembly.of(
                STATIC,
                "m(Ljava/lang/String;)Ljava/lang/Object;",
                """
                try start end handler any
                start:
                  %s
                end:
                  areturn
                handler:
                  frame [java/lang/String] [java/lang/Throwable]
                  pop
                  aload 0
                  areturn
                """
                    .formatted(YIELD)));
    SuspensionPoint point = plan.points().get(0);
    assertEquals("[0:java/lang/String->r0]", point.locals().toString());
    assertEquals(1, point.handlers().size());
  }

  @Test
  void the_result_of_the_call_is_not_an_operand_below_it() {
    MethodPlan plan = Planned.plan(Assembly.of("iconst_1\n " + YIELD + "\n pop\n pop\n return"));
    SuspensionPoint point = plan.points().get(0);
    assertEquals("[0:int->i0]", point.stack().toString());
    assertEquals(
        List.of(Opcodes.INTEGER, "java/lang/Object"), point.allTypes().stack(), "dummy on top");
  }

  @Test
  void a_virtual_call_is_dispatched_and_a_super_call_is_bound() {
    Assembly method =
        Assembly.of(
            0,
            "m()V",
            "aload 0\n invokevirtual com/acme/Pump.m()V\n aload 0\n"
                + " invokespecial com/acme/Pump.m()V\n return");
    List<SuspensionPoint> points = Planned.plan(method).points();
    assertEquals(new Call.Dispatched(), points.get(0).call());
    assertEquals(new Call.Bound(points.get(1).callee()), points.get(1).call());
  }

  @Test
  void the_stack_shows_the_name_of_a_call_and_the_class_where_there_is_no_receiver() {
    Assembly method =
        Assembly.of(
            0,
            "m()V",
            "aload 0\n invokevirtual com/acme/Pump.m()V\n"
                + " invokestatic dev/respool/loop/Tasks.yieldNow()V\n return");
    List<SuspensionPoint> points = Planned.plan(method).points();
    assertEquals("m()V", points.get(0).calledName());
    assertEquals("dev.respool.loop.Tasks.yieldNow()V", points.get(1).calledName());
  }

  @Test
  void a_call_of_the_same_name_is_a_suspension_point_too() {
    Assembly method =
        Assembly.of(
            0,
            "run()V",
            "aload 0\n invokevirtual com/acme/Pump.run()V\n aload 0\n"
                + " invokevirtual java/lang/Object.run()V\n return");
    assertEquals(2, Planned.plan(method).points().size());
  }

  @Test
  void a_call_of_the_same_name_under_a_monitor_is_set_apart() {
    Assembly method =
        Assembly.of(
            0,
            "run()V",
            "aload 0\n invokevirtual com/acme/Pump.run()V\n aload 0\n monitorenter\n aload 0\n"
                + " invokevirtual java/lang/Object.run()V\n aload 0\n monitorexit\n return");
    MethodPlan plan = Planned.plan(method);
    assertEquals(1, plan.points().size());
    assertEquals(List.of("java/lang/Object"), List.copyOf(plan.namesakes().values()));
  }

  @Test
  void the_resume_method_holds_only_what_can_run_after_a_resumption() {
    Assembly method =
        Assembly.of(
            """
            before:
              iconst_0
              pop
            call:
              %s
            after:
              pop
            end:
              return
            """
                .formatted(YIELD));
    MethodPlan plan = Planned.plan(method);
    assertEquals(false, plan.resumeCode().get(method.at("before")));
    assertEquals(false, plan.resumeCode().get(method.at("call")));
    assertEquals(true, plan.resumeCode().get(method.at("after")));
    assertEquals(true, plan.resumeCode().get(method.at("end")));
  }

  @Test
  void in_a_loop_the_resume_method_holds_the_call_too() {
    Assembly method =
        Assembly.of(
            """
            loop:
              frame [] []
            call:
              %s
              pop
              goto loop
            """
                .formatted(YIELD));
    MethodPlan plan = Planned.plan(method);
    assertEquals(true, plan.resumeCode().get(method.at("call")));
    assertEquals(1, plan.resumeFrames().size());
  }
}
