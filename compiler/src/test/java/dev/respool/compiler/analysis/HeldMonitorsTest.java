package dev.respool.compiler.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.compiler.fixture.Assembly;
import dev.respool.compiler.fixture.ClassWorld;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

class HeldMonitorsTest {
  private static int before(Assembly code, String label) {
    return held(code.method(), code.at(label));
  }

  private static int held(MethodNode method, int index) {
    return new HeldMonitors(method, new ControlFlow(method)).before(index).size();
  }

  @Test
  void none_is_held_outside() {
    Assembly code =
        Assembly.of(
            """
            before:
              aload 0
            enter:
              monitorenter
            inside:
              aload 0
            exit:
              monitorexit
            after:
              return
            """);
    assertEquals(0, before(code, "before"));
    assertEquals(0, before(code, "enter"));
    assertEquals(1, before(code, "inside"));
    assertEquals(1, before(code, "exit"));
    assertEquals(0, before(code, "after"));
  }

  @Test
  void nested_ones_are_counted() {
    Assembly code =
        Assembly.of(
            """
              aload 0
              monitorenter
              aload 1
              monitorenter
            both:
              aload 1
              monitorexit
            one:
              aload 0
              monitorexit
              return
            """);
    assertEquals(2, before(code, "both"));
    assertEquals(1, before(code, "one"));
  }

  @Test
  void a_handler_holds_what_its_range_held() {
    Assembly code =
        Assembly.of(
            """
            try inside end handler any
              aload 0
              monitorenter
            inside:
              nop
              aload 0
              monitorexit
            end:
              return
            handler:
              aload 0
              monitorexit
            released:
              athrow
            """);
    assertEquals(1, before(code, "handler"));
    assertEquals(0, before(code, "released"));
  }

  @Test
  void a_loop_around_a_monitor_ends_with_none() {
    Assembly code =
        Assembly.of(
            """
            loop:
              aload 0
              monitorenter
            inside:
              aload 0
              monitorexit
            outside:
              goto loop
            """);
    assertEquals(1, before(code, "inside"));
    assertEquals(0, before(code, "outside"));
  }

  @Test
  void more_exits_than_enters_hold_none() {
    Assembly code = Assembly.of("aload 0\n monitorexit\n after:\n return");
    assertEquals(0, before(code, "after"));
  }

  @Test
  void an_instruction_that_is_never_reached_holds_none() {
    Assembly code = Assembly.of("aload 0\n monitorenter\n return\n dead:\n return");
    assertEquals(0, before(code, "dead"));
  }

  private static HeldMonitors monitors(String code) {
    MethodNode method = Assembly.of(code).method();
    return new HeldMonitors(method, new ControlFlow(method));
  }

  @Test
  void the_local_that_keeps_the_object_is_found() {
    Assembly code =
        Assembly.of(
            """
              aload 0
              dup
              astore 2
              monitorenter
              aload 1
              monitorenter
            both:
              aload 1
              monitorexit
              aload 2
              monitorexit
              return
            """);
    MethodNode method = code.method();
    HeldMonitors monitors = new HeldMonitors(method, new ControlFlow(method));
    List<Integer> locals =
        monitors.before(code.at("both")).stream().map(HeldMonitors.Monitor::local).toList();
    assertEquals(List.of(2, 1), locals);
    assertTrue(monitors.areStructured());
  }

  @Test
  void an_exit_through_another_local_is_not_structured() {
    assertFalse(
        monitors("aload 0\n monitorenter\n aload 1\n monitorexit\n return").areStructured());
  }

  @Test
  void a_local_that_is_overwritten_meanwhile_is_not_structured() {
    assertFalse(
        monitors("aload 0\n monitorenter\n aload 1\n astore 0\n aload 0\n monitorexit\n return")
            .areStructured());
  }

  @Test
  void paths_that_hold_different_monitors_are_not_structured() {
    assertFalse(
        monitors(
                """
                  aload 0
                  ifnull join
                  aload 1
                  monitorenter
                join:
                  return
                """)
            .areStructured());
  }

  static final class Sample {
    private Sample() {}

    static void run(Object lock) {
      before();
      try {
        synchronized (lock) {
          inside();
        }
        between();
      } catch (IllegalStateException e) {
        inHandler();
      } finally {
        inFinally();
      }
    }

    static void before() {}

    static void inside() {}

    static void between() {}

    static void inHandler() {}

    static void inFinally() {}
  }

  @Test
  void the_java_compiler_s_synchronized_statement_is_understood() {
    MethodNode run =
        ClassWorld.nodeOf(Sample.class).methods.stream()
            .filter(method -> method.name.equals("run"))
            .findFirst()
            .orElseThrow();
    int calls = 0;
    for (AbstractInsnNode insn : run.instructions) {
      if (insn instanceof MethodInsnNode call && call.owner.endsWith("Sample")) {
        int expected = call.name.equals("inside") ? 1 : 0;
        assertEquals(expected, held(run, run.instructions.indexOf(insn)), call.name);
        calls++;
      }
    }
    assertEquals(7, calls, "the finally block is there three times");
  }
}
