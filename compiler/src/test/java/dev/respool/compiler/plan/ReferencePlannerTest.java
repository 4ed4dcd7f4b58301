package dev.respool.compiler.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.Coroutine;
import dev.respool.CoroutineBody;
import dev.respool.Suspendable;
import dev.respool.compiler.fixture.ClassWorld;
import java.io.Serializable;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** Method references and lambdas as the Java compiler at hand writes them. */
class ReferencePlannerTest {
  interface Step {
    @Suspendable
    Object step(Object value);
  }

  interface SavedStep extends Step, Serializable {}

  static class Bound {
    Step make(Step other) {
      return other::step;
    }
  }

  static class Base implements Step {
    @Override
    public Object step(Object value) {
      return Coroutine.yield(value);
    }
  }

  static class Derived extends Base {}

  static class Inherited {
    Step make(Derived derived) {
      return derived::step;
    }
  }

  static class Unbound {
    static final Function<Coroutine<Object, Object>, Object> PLAIN = Coroutine::resume;
    static final BiFunction<Step, Object, Object> STEP = Step::step;
  }

  static class Static {
    static final Supplier<Object> YIELD = Coroutine::yield;
  }

  static class Saved {
    SavedStep make(Step other) {
      return other::step;
    }
  }

  static class Constructor {
    static final CoroutineBody<String, Object> MAKE = StringBuilder::new;
  }

  static class Made {
    @Suspendable
    Made(int number) {
      Coroutine.yield(number);
    }
  }

  static class SuspendingConstructor {
    static final Function<Integer, Object> MAKE = Made::new;
  }

  static class Lambda {
    static final CoroutineBody<Object, Object> BODY = first -> Coroutine.yield(first);
  }

  interface OfString {
    Object run(String first) throws Exception;
  }

  interface Both extends CoroutineBody<String, Object>, OfString {}

  static class Bridged {
    static final Both BODY = first -> Coroutine.yield(first);
  }

  private static List<String> adapters(Class<?> type) {
    ClassNode node = ClassWorld.nodeOf(type);
    return new ReferencePlanner(ClassWorld.with().suspendability(), node)
        .plan().stream().map(adapter -> adapter.name() + adapter.descriptor()).toList();
  }

  @Test
  void a_bound_reference_gets_a_body_with_its_receiver_in_front() {
    String step = Step.class.getName().replace('.', '/');
    assertEquals(
        List.of("respool$ref$step$0(L" + step + ";Ljava/lang/Object;)Ljava/lang/Object;"),
        adapters(Bound.class));
  }

  @Test
  void the_receiver_of_a_bound_reference_has_the_type_that_is_captured() {
    String derived = Derived.class.getName().replace('.', '/');
    assertEquals(
        List.of("respool$ref$step$0(L" + derived + ";Ljava/lang/Object;)Ljava/lang/Object;"),
        adapters(Inherited.class));
  }

  @Test
  void only_references_to_what_can_suspend_get_a_body() {
    String step = Step.class.getName().replace('.', '/');
    assertEquals(
        List.of("respool$ref$step$0(L" + step + ";Ljava/lang/Object;)Ljava/lang/Object;"),
        adapters(Unbound.class));
  }

  @Test
  void a_reference_to_a_static_method_gets_a_body_with_its_parameters() {
    assertEquals(List.of("respool$ref$yield$0()Ljava/lang/Object;"), adapters(Static.class));
  }

  @Test
  void a_reference_to_a_constructor_that_suspends_gets_a_body_that_makes_the_object() {
    assertEquals(
        List.of("respool$ref$new$0(I)Ljava/lang/Object;"), adapters(SuspendingConstructor.class));
  }

  @Test
  void a_serializable_reference_a_plain_constructor_and_a_lambda_get_none() {
    assertEquals(List.of(), adapters(Saved.class));
    assertEquals(List.of(), adapters(Constructor.class));
    assertEquals(List.of(), adapters(Lambda.class));
  }

  @Test
  void a_lambda_is_entered_through_its_interface_method() {
    assertEquals(
        List.of("run(Ljava/lang/Object;)Ljava/lang/Object;"), entriesOfLambda(Lambda.class));
  }

  @Test
  void a_lambda_is_entered_through_the_bridges_of_its_interface_too() {
    List<String> entries = entriesOfLambda(Bridged.class);
    assertTrue(entries.contains("run(Ljava/lang/String;)Ljava/lang/Object;"));
    assertTrue(entries.contains("run(Ljava/lang/Object;)Ljava/lang/Object;"));
    assertEquals(2, entries.size());
  }

  private static List<String> entriesOfLambda(Class<?> type) {
    ClassNode node = ClassWorld.nodeOf(type);
    MethodNode lambda =
        node.methods.stream().filter(m -> m.name.startsWith("lambda$")).findFirst().orElseThrow();
    return new LambdaEntries(node).of(lambda);
  }
}
