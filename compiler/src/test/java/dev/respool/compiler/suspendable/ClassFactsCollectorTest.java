package dev.respool.compiler.suspendable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.Coroutine;
import dev.respool.CoroutineBody;
import dev.respool.Suspendable;
import dev.respool.compiler.fixture.ClassWorld;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;

class ClassFactsCollectorTest {
  private static ClassFacts factsOf(Class<?> type) {
    ClassFactsCollector collector = new ClassFactsCollector();
    new ClassReader(ClassWorld.bytesOf(type)).accept(collector, 0);
    return collector.facts();
  }

  @Suspendable
  abstract static class Marked implements Runnable, Serializable {
    private static final long serialVersionUID = 1L;
  }

  static class Methods {
    @Suspendable
    static void marked() {}

    @Deprecated
    void unmarked() {
      System.nanoTime();
      marked();
      marked();
    }
  }

  static class Lambdas {
    static String named(Object first) {
      return first + "";
    }

    static List<Object> make() {
      CoroutineBody<Object, Object> lambda = first -> first;
      CoroutineBody<Object, String> own = Lambdas::named;
      Supplier<Object> foreign = Coroutine::running;
      return List.of(lambda, own, foreign);
    }
  }

  @Test
  void the_supertypes_come_with_the_superclass_first() {
    ClassFacts facts = factsOf(Marked.class);
    assertEquals(
        List.of("java/lang/Object", "java/lang/Runnable", "java/io/Serializable"),
        facts.supertypes());
  }

  @Test
  void object_has_no_supertypes() {
    ClassFacts facts = factsOf(Object.class);
    assertNull(facts.superName());
    assertEquals(List.of(), facts.supertypes());
  }

  @Test
  void the_mark_of_a_class_is_seen() {
    assertTrue(factsOf(Marked.class).annotated());
    assertFalse(factsOf(Methods.class).annotated());
  }

  @Test
  void the_mark_of_a_method_is_told_from_other_annotations() {
    Map<String, MethodFacts> methods = factsOf(Methods.class).methods();
    assertTrue(methods.get("marked()V").annotated());
    assertFalse(methods.get("unmarked()V").annotated());
    assertTrue(methods.get("marked()V").is(Opcodes.ACC_STATIC));
  }

  @Test
  void the_calls_of_a_method_are_listed_once_each_in_order() {
    String owner = Methods.class.getName().replace('.', '/');
    MethodKey marked = new MethodKey(owner, "marked", "()V");
    assertEquals(
        List.of(new MethodKey("java/lang/System", "nanoTime", "()J"), marked),
        factsOf(Methods.class).methods().get("unmarked()V").calls());
  }

  @Test
  void a_body_knows_the_interface_method_that_it_implements() {
    MethodKey run =
        new MethodKey("dev/respool/CoroutineBody", "run", "(Ljava/lang/Object;)Ljava/lang/Object;");
    Map<String, MethodFacts> methods = factsOf(Lambdas.class).methods();
    MethodFacts lambda =
        methods.values().stream()
            .filter(m -> m.key().name().startsWith("lambda$"))
            .findFirst()
            .orElseThrow();
    assertEquals(List.of(run), lambda.lambdaFor());
    MethodFacts named = methods.get("named(Ljava/lang/Object;)Ljava/lang/String;");
    assertEquals(List.of(run), named.lambdaFor());
    assertEquals(List.of(), methods.get("make()Ljava/util/List;").lambdaFor());
  }

  @Test
  void private_static_and_special_methods_are_not_overridable() {
    assertTrue(withAccess("m", 0).isOverridable());
    assertFalse(withAccess("m", Opcodes.ACC_PRIVATE).isOverridable());
    assertFalse(withAccess("m", Opcodes.ACC_STATIC).isOverridable());
    assertFalse(withAccess("<init>", Opcodes.ACC_PUBLIC).isOverridable());
  }

  private static MethodFacts withAccess(String name, int access) {
    return new MethodFacts(
        new MethodKey("T", name, "()V"), access, false, List.of(), List.of(), List.of(), false);
  }
}
