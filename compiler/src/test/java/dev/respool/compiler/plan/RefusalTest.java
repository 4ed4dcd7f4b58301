package dev.respool.compiler.plan;

import static dev.respool.compiler.plan.Planned.YIELD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.compiler.fixture.AssembledClass;
import dev.respool.compiler.fixture.Assembly;
import dev.respool.compiler.fixture.ClassWorld;
import dev.respool.compiler.plan.Refusal.Reason;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;

/** Each reason for which a method is refused, with what people read about it. */
class RefusalTest {
  private static final String PLAIN = "line 41\n" + YIELD + "\n pop\n return";
  private static final String WHAT =
      "cannot make this method suspendable (it calls dev.respool.Coroutine.yield, which can"
          + " suspend), because ";

  private static void assertRefused(Decision decision, Reason reason, String location, String why) {
    Refusal refusal = assertInstanceOf(Refusal.class, decision);
    assertEquals(reason, refusal.reason());
    assertEquals(location + ": " + WHAT + why, refusal.message());
  }

  private static final String SUPER = "aload 0\n invokespecial java/lang/Object.<init>()V\n";

  private static void assertRefusedBeforeSuper(String constructor) {
    assertRefused(
        Planned.decide(Assembly.of(0, "<init>()V", constructor)),
        Reason.BEFORE_SUPER,
        "com.acme.Pump.<init>(Pump.java:41)",
        "a constructor cannot suspend before super(...) or this(...) has initialised the object;"
            + " compute the arguments in a factory method and pass them in");
  }

  @Test
  void a_constructor_before_its_super_call() {
    assertRefusedBeforeSuper("line 41\n" + YIELD + "\n pop\n" + SUPER + "return");
  }

  @Test
  void a_constructor_that_has_dropped_its_object() {
    assertRefusedBeforeSuper(
        "aconst_null\n astore 0\n line 41\n" + YIELD + "\n pop\n aconst_null\n athrow");
  }

  @Test
  void a_handler_around_a_super_call_that_suspends() {
    String code =
        """
        start:
        line 41
        aload 0
        invokespecial com/acme/Valve.<init>()V
        end:
        return
        handler:
        frame [top] [java/lang/Throwable]
        athrow
        try start end handler any
        """;
    Assembly constructor = Assembly.of(0, "<init>()V", code);
    Assembly valve = Assembly.of(0, "<init>()V", SUPER + YIELD + "\n pop\n return");
    ClassNode owner = Planned.owner(constructor);
    owner.superName = "com/acme/Valve";
    ClassNode base = AssembledClass.suspendable(AssembledClass.of("com/acme/Valve", valve));
    ClassWorld world = ClassWorld.with(owner, base);
    Refusal refusal =
        assertInstanceOf(
            Refusal.class,
            new MethodPlanner(
                    world.suspendability(), owner, Optional.empty(), Monitors.REFUSE, Set.of())
                .plan(constructor.method()));
    assertEquals(Reason.BEFORE_SUPER, refusal.reason());
  }

  @Test
  void a_constructor_behind_its_super_call_is_not_refused() {
    assertInstanceOf(MethodPlan.class, Planned.decide(Assembly.of(0, "<init>()V", SUPER + PLAIN)));
  }

  @Test
  void a_static_initialiser() {
    assertRefused(
        Planned.decide(Assembly.of(Opcodes.ACC_STATIC, "<clinit>()V", PLAIN)),
        Reason.STATIC_INITIALISER,
        "com.acme.Pump.<clinit>(Pump.java:41)",
        "a static initialiser cannot suspend; compute the value before, or lazily in a method");
  }

  @Test
  void a_synchronized_method() {
    int access = Opcodes.ACC_STATIC | Opcodes.ACC_SYNCHRONIZED;
    assertRefused(
        Planned.decide(Assembly.of(access, "drain()V", PLAIN)),
        Reason.SYNCHRONIZED_METHOD,
        "com.acme.Pump.drain(Pump.java:41)",
        "a synchronized method cannot suspend: it would either give up its lock or block its"
            + " thread; use dev.respool.loop.Mutex, suspend outside of the method, or say"
            + " monitors=release");
  }

  @Test
  void a_synchronized_statement() {
    Assembly code =
        Assembly.of(
            0,
            "drain()V",
            """
            line 40
            aload 0
            monitorenter
            line 41
            %s
            pop
            aload 0
            monitorexit
            return
            """
                .formatted(YIELD));
    assertRefused(
        Planned.decide(code),
        Reason.MONITOR_HELD,
        "com.acme.Pump.drain(Pump.java:41)",
        "a synchronized statement cannot suspend: it would either give up its lock or block its"
            + " thread; use dev.respool.loop.Mutex, move the call out of the statement, or say"
            + " monitors=release");
  }

  @Test
  void a_new_object_that_is_moved_about() {
    Assembly code =
        Assembly.of(
            """
            line 41
            new java/lang/Object
            dup
            iconst_0
            swap
            %s
            pop
            invokespecial java/lang/Object.<init>()V
            pop
            pop
            return
            """
                .formatted(YIELD));
    assertRefused(
        Planned.decide(code),
        Reason.UNINITIALIZED_OBJECT,
        "com.acme.Pump.m(Pump.java:41)",
        "a new object is used on the operand stack in a way that cannot be moved behind its"
            + " arguments; assign the suspending arguments to locals before the new");
  }

  @Test
  void a_class_file_whose_frames_cannot_be_computed() {
    Assembly code = Assembly.of(PLAIN);
    ClassNode owner = Planned.owner(code);
    MethodPlanner planner =
        new MethodPlanner(
            ClassWorld.with(owner).suspendability(),
            owner,
            Optional.of("com.acme.Gone"),
            Monitors.REFUSE,
            Set.of());
    Refusal refusal = (Refusal) planner.plan(code.method());
    assertEquals(Reason.OLD_CLASS_FILE, refusal.reason());
    assertEquals(
        "com.acme.Pump.m(Pump.java:41): cannot make this method suspendable (its types cannot be"
            + " told without com.acme.Gone, which is not found), because the class file lacks"
            + " stack map frames, which came with version 50, and they cannot be computed; put"
            + " the missing class on the class path, or recompile the class for Java 6 or later",
        refusal.message());
  }

  @Test
  void a_method_that_gets_too_large() {
    Assembly code = Assembly.of(PLAIN);
    ClassNode owner = Planned.owner(code);
    MethodPlanner planner =
        new MethodPlanner(
            ClassWorld.with(owner).suspendability(),
            owner,
            Optional.empty(),
            Monitors.REFUSE,
            Set.of());
    Refusal refusal = planner.tooLarge(code.method());
    assertEquals(Reason.METHOD_TOO_LARGE, refusal.reason());
    assertEquals(
        "com.acme.Pump.m(Pump.java:41): cannot make this method suspendable (its code and the code"
            + " for its suspension points), because the transformed method is larger than 65,535"
            + " bytes, has a jump that is too long to be written, or is too much to analyse; split"
            + " the method",
        refusal.message());
  }

  @ParameterizedTest
  @EnumSource(Reason.class)
  void a_reason_says_why_and_what_to_do_in_a_clause_of_its_own(Reason reason) {
    for (String text : Arrays.asList(reason.text(), reason.remedy())) {
      assertTrue(text.length() > 10, text);
      assertTrue(Character.isLowerCase(text.charAt(0)), text);
      assertTrue(text.matches(".*[a-z)]"), "ends without a stop: " + text);
    }
  }

  @Test
  void a_method_that_calls_nothing_that_suspends_is_not_refused() {
    Assembly code = Assembly.of(Opcodes.ACC_STATIC, "<clinit>()V", "return");
    assertInstanceOf(Decision.Unchanged.class, Planned.decide(code));
  }
}
