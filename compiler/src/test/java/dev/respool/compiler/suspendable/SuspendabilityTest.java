package dev.respool.compiler.suspendable;

import static dev.respool.compiler.fixture.AssembledClass.suspendable;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.compiler.fixture.AssembledClass;
import dev.respool.compiler.fixture.Assembly;
import dev.respool.compiler.fixture.ClassWorld;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;

class SuspendabilityTest {
  private static final int PUBLIC = Opcodes.ACC_PUBLIC;
  private static final int SYNTHETIC = Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC;
  private static final int ABSTRACT = Opcodes.ACC_PUBLIC | Opcodes.ACC_ABSTRACT;
  private static final String YIELD =
      "invokestatic dev/respool/Coroutine.yield()Ljava/lang/Object;\npop\nreturn";

  private static Assembly method(String name) {
    return Assembly.of(PUBLIC, name + "()V", "return");
  }

  private static Assembly synthetic(String name, String... callees) {
    StringBuilder code = new StringBuilder();
    for (String callee : callees) {
      code.append("invokestatic ").append(callee).append("()V\n");
    }
    return Assembly.of(SYNTHETIC, name + "()V", code + "return");
  }

  private static boolean isSuspendable(ClassWorld world, String owner, String name) {
    return world.suspendability().isSuspendable(new MethodKey(owner, name, "()V"));
  }

  private static ClassNode extending(String superName, ClassNode node) {
    node.superName = superName;
    return node;
  }

  private static ClassNode implementing(String type, ClassNode node) {
    node.interfaces = List.of(type);
    return node;
  }

  @Test
  void a_marked_method_is_suspendable_and_its_neighbour_is_not() {
    ClassWorld world =
        ClassWorld.with(AssembledClass.of("A", suspendable(method("m")), method("n")));
    assertTrue(isSuspendable(world, "A", "m"));
    assertFalse(isSuspendable(world, "A", "n"));
  }

  @Test
  void every_method_that_a_marked_class_declares_is_suspendable() {
    ClassWorld world =
        ClassWorld.with(
            suspendable(AssembledClass.of("A", method("m"))),
            extending("A", AssembledClass.of("B", method("m"), method("n"))));
    assertTrue(isSuspendable(world, "A", "m"));
    assertTrue(isSuspendable(world, "B", "m"), "it overrides");
    assertFalse(isSuspendable(world, "B", "n"), "the mark is not inherited");
  }

  @Test
  void a_method_is_suspendable_if_it_overrides_one_at_any_distance() {
    ClassWorld world =
        ClassWorld.with(
            AssembledClass.of("A", suspendable(method("m"))),
            extending("A", AssembledClass.of("B")),
            extending("B", AssembledClass.of("C", method("m"))));
    assertTrue(isSuspendable(world, "C", "m"));
    assertTrue(isSuspendable(world, "B", "m"), "inherited");
  }

  @Test
  void a_method_is_suspendable_if_it_implements_one_of_a_superinterface() {
    ClassWorld world =
        ClassWorld.with(
            AssembledClass.anInterface("I", suspendable(Assembly.of(ABSTRACT, "m()V", ""))),
            implementing("I", AssembledClass.anInterface("J")),
            implementing("J", AssembledClass.of("A", method("m"))));
    assertTrue(isSuspendable(world, "A", "m"));
    assertTrue(isSuspendable(world, "J", "m"));
  }

  @Test
  void a_private_or_static_method_of_the_same_name_overrides_nothing() {
    for (int access : new int[] {Opcodes.ACC_PRIVATE, Opcodes.ACC_STATIC}) {
      ClassWorld world =
          ClassWorld.with(
              AssembledClass.of("A", suspendable(method("m"))),
              extending("A", AssembledClass.of("B", Assembly.of(access, "m()V", "return"))));
      assertFalse(isSuspendable(world, "B", "m"), "access " + access);
    }
  }

  @Test
  void nothing_overrides_a_private_method() {
    Assembly hidden = suspendable(Assembly.of(Opcodes.ACC_PRIVATE, "m()V", "return"));
    ClassWorld world =
        ClassWorld.with(
            AssembledClass.of("A", hidden), extending("A", AssembledClass.of("B", method("m"))));
    assertFalse(isSuspendable(world, "B", "m"));
  }

  @Test
  void a_method_behind_a_bridge_is_suspendable_if_the_bridge_overrides_a_suspendable_one() {
    Assembly bridge =
        Assembly.of(
            PUBLIC | Opcodes.ACC_BRIDGE | Opcodes.ACC_SYNTHETIC,
            "get()Ljava/lang/Object;",
            "aload 0\ninvokevirtual A.get()Ljava/lang/String;\nareturn");
    Assembly target = Assembly.of(PUBLIC, "get()Ljava/lang/String;", "aconst_null\nareturn");
    Assembly declared = suspendable(Assembly.of(ABSTRACT, "get()Ljava/lang/Object;", ""));
    Suspendability suspendability =
        ClassWorld.with(
                AssembledClass.anInterface("I", declared),
                implementing("I", AssembledClass.of("A", bridge, target)))
            .suspendability();
    assertTrue(suspendability.isSuspendable(new MethodKey("A", "get", "()Ljava/lang/Object;")));
    assertTrue(suspendability.isSuspendable(new MethodKey("A", "get", "()Ljava/lang/String;")));
  }

  @Test
  void an_accessor_is_suspendable_if_what_it_calls_is() {
    ClassWorld world =
        ClassWorld.with(
            AssembledClass.of(
                "A",
                synthetic("access$000", "A.marked"),
                synthetic("access$100", "A.plain"),
                synthetic("access$200", "A.access$000"),
                suspendable(Assembly.of(Opcodes.ACC_STATIC, "marked()V", "return")),
                Assembly.of(Opcodes.ACC_STATIC, "plain()V", "return")));
    assertTrue(isSuspendable(world, "A", "access$000"));
    assertFalse(isSuspendable(world, "A", "access$100"));
    assertTrue(isSuspendable(world, "A", "access$200"));
  }

  @Test
  void an_unmarked_method_is_not_suspendable_only_because_it_calls_what_is() {
    ClassWorld world = ClassWorld.with(AssembledClass.of("A", Assembly.of(YIELD)));
    assertFalse(isSuspendable(world, "A", "m"));
  }

  @Test
  void a_cycle_of_synthetic_methods_ends() {
    ClassWorld world =
        ClassWorld.with(
            AssembledClass.of("A", synthetic("a", "A.b"), synthetic("b", "A.a", "A.b")));
    assertFalse(isSuspendable(world, "A", "a"));
    assertFalse(isSuspendable(world, "A", "b"));
  }

  @Test
  void every_member_of_a_cycle_is_suspendable_if_one_leads_out_of_it() {
    for (List<String> order : List.of(List.of("a", "b"), List.of("b", "a"))) {
      Suspendability suspendability =
          ClassWorld.with(
                  AssembledClass.of(
                      "A",
                      synthetic("a", "A.b", "A.leaf"),
                      synthetic("b", "A.a"),
                      suspendable(Assembly.of(Opcodes.ACC_STATIC, "leaf()V", "return"))))
              .suspendability();
      for (String name : order) {
        assertTrue(
            suspendability.isSuspendable(new MethodKey("A", name, "()V")), name + " of " + order);
      }
    }
  }

  @Test
  void nothing_is_suspendable_through_a_class_that_is_not_found() {
    ClassWorld world = ClassWorld.with(extending("gone/B", AssembledClass.of("A", method("m"))));
    assertFalse(isSuspendable(world, "gone/B", "m"));
    assertFalse(isSuspendable(world, "A", "m"));
    assertFalse(isSuspendable(world, "A", "missing"));
  }

  @Test
  void a_pattern_makes_the_methods_of_its_classes_suspendable() {
    ClassWorld world =
        ClassWorld.with(
            AssembledClass.of("lib/A", method("m")), AssembledClass.of("app/A", method("m")));
    Suspendability suspendability = world.suspendability(Patterns.parse("lib.**"));
    assertTrue(suspendability.isSuspendable(new MethodKey("lib/A", "m", "()V")));
    assertFalse(suspendability.isSuspendable(new MethodKey("app/A", "m", "()V")));
  }

  @Test
  void a_bound_method_of_a_marked_class_is_suspendable_only_if_its_code_can_suspend() {
    Assembly plain = Assembly.of(Opcodes.ACC_STATIC, "plain()V", "return");
    Assembly yielding = Assembly.of(Opcodes.ACC_STATIC, "yielding()V", YIELD);
    Assembly function =
        Assembly.of(
            Opcodes.ACC_PRIVATE,
            "function()V",
            "aconst_null\n invokeinterface java/lang/Runnable.run()V\n return");
    ClassWorld world =
        ClassWorld.with(
            suspendable(AssembledClass.of("A", plain, yielding, function, method("overridable"))));
    assertFalse(isSuspendable(world, "A", "plain"));
    assertTrue(isSuspendable(world, "A", "yielding"));
    assertTrue(isSuspendable(world, "A", "function"));
    assertTrue(isSuspendable(world, "A", "overridable"), "an override may suspend");
  }

  @ParameterizedTest
  @CsvSource({
    "java/lang/Runnable, run, ()V, true",
    "java/util/concurrent/Callable, call, ()Ljava/lang/Object;, true",
    "java/util/function/Supplier, get, ()Ljava/lang/Object;, true",
    "java/util/function/IntBinaryOperator, applyAsInt, (II)I, true",
    "java/util/Iterator, next, ()Ljava/lang/Object;, true",
    "java/util/Comparator, compare, (Ljava/lang/Object;Ljava/lang/Object;)I, true",
    "java/lang/AutoCloseable, close, ()V, true",
    "java/util/Iterator, forEachRemaining, (Ljava/util/function/Consumer;)V, false",
    "java/util/Comparator, reversed, ()Ljava/util/Comparator;, false",
    "java/lang/Runnable, toString, ()Ljava/lang/String;, false",
    "java/util/List, size, ()I, false",
    "java/lang/CharSequence, length, ()I, false"
  })
  void an_interface_call_of_a_jdk_function_is_a_suspension_point(
      String owner, String name, String descriptor, boolean expected) {
    MethodKey call = new MethodKey(owner, name, descriptor);
    Suspendability suspendability = ClassWorld.with().suspendability();
    assertEquals(expected, suspendability.isSuspensionPoint(call, true));
    assertFalse(suspendability.isSuspensionPoint(call, false), "not a call of an interface");
    assertFalse(suspendability.isSuspendable(call));
  }

  @Test
  void a_constructor_is_a_suspension_point_if_it_is_marked_and_is_not_inherited() {
    Assembly constructor = suspendable(Assembly.of(PUBLIC, "<init>()V", "return"));
    Suspendability suspendability =
        ClassWorld.with(AssembledClass.of("A", constructor), AssembledClass.of(PUBLIC, "B", "A"))
            .suspendability();
    MethodKey call = new MethodKey("A", "<init>", "()V");
    assertTrue(suspendability.isSuspensionPoint(call, false));
    MethodKey inherited = new MethodKey("B", "<init>", "()V");
    assertFalse(suspendability.isSuspensionPoint(inherited, false));
  }

  @Test
  void asking_whether_a_yield_is_possible_is_a_suspension_point_that_does_not_suspend() {
    Suspendability suspendability = ClassWorld.with().suspendability();
    MethodKey call = new MethodKey("dev/respool/Coroutine", "isYieldable", "()Z");
    assertTrue(suspendability.isSuspensionPoint(call, false));
    assertFalse(suspendability.isSuspendable(call));
  }

  @Test
  void the_path_leads_down_to_the_runtime() {
    Assembly outer =
        suspendable(
            Assembly.of(
                PUBLIC | Opcodes.ACC_STATIC,
                "outer()V",
                "invokestatic A.plain()V\ninvokestatic A.inner()V\nreturn"));
    Assembly inner = suspendable(Assembly.of(PUBLIC | Opcodes.ACC_STATIC, "inner()V", YIELD));
    Suspendability suspendability =
        ClassWorld.with(AssembledClass.of("A", outer, inner, method("plain"))).suspendability();
    assertEquals(
        "[A.outer, A.inner, dev.respool.Coroutine.yield]",
        suspendability.path(new MethodKey("A", "outer", "()V")).toString());
  }

  @Test
  void the_path_of_a_recursive_method_ends() {
    Assembly recursive =
        suspendable(
            Assembly.of(PUBLIC | Opcodes.ACC_STATIC, "m()V", "invokestatic A.m()V\nreturn"));
    Suspendability suspendability =
        ClassWorld.with(AssembledClass.of("A", recursive)).suspendability();
    MethodKey key = new MethodKey("A", "m", "()V");
    assertEquals(List.of(key), suspendability.path(key));
  }

  @ParameterizedTest
  @CsvSource({
    "ours, ()V, true",
    "suspending, (ILkotlin/coroutines/Continuation;)Ljava/lang/Object;, false",
    "taking, (Lkotlin/coroutines/Continuation;I)Ljava/lang/Object;, true",
    "invokeSuspend, (Ljava/lang/Object;)Ljava/lang/Object;, false"
  })
  void the_methods_of_kotlins_own_coroutines_are_left_alone(
      String name, String descriptor, boolean expected) {
    String result = descriptor.endsWith("V") ? "return" : "aconst_null\nareturn";
    Assembly method = Assembly.of(PUBLIC, name + descriptor, result);
    ClassWorld world = ClassWorld.with(suspendable(AssembledClass.of("A", suspendable(method))));
    MethodKey key = new MethodKey("A", name, descriptor);
    assertEquals(expected, world.suspendability().isSuspendable(key));
  }

  @ParameterizedTest
  @CsvSource({
    "kotlin/jvm/functions/Function0, invoke, true",
    "scala/Function0, apply, true",
    "scala/Function0$, apply, false",
    "scala/Functional, apply, false"
  })
  void a_call_of_a_language_s_function_type_is_a_suspension_point(
      String type, String name, boolean expected) {
    ClassWorld world =
        ClassWorld.with(AssembledClass.of(type, Assembly.of(ABSTRACT, name + "()V", "")));
    MethodKey call = new MethodKey(type, name, "()V");
    assertEquals(expected, world.suspendability().isSuspensionPoint(call, true));
  }
}
