package dev.respool.compiler;

import static dev.respool.compiler.fixture.AssembledClass.suspendable;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.respool.Coroutine;
import dev.respool.CoroutineBody;
import dev.respool.Suspendable;
import dev.respool.compiler.fixture.AssembledClass;
import dev.respool.compiler.fixture.Assembly;
import dev.respool.compiler.fixture.ClassWorld;
import dev.respool.compiler.plan.Refusal;
import dev.respool.compiler.suspendable.Patterns;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;

class CheckTest {
  private static final String YIELD =
      "invokestatic dev/respool/Coroutine.yield()Ljava/lang/Object;\n pop\n";

  private static final int PUBLIC_STATIC = Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC;

  private static Assembly method(String name, String code) {
    return Assembly.of(PUBLIC_STATIC, name + "()V", code);
  }

  private static List<Problem> check(Assembly... methods) {
    ClassNode node = AssembledClass.of("com/acme/Pump", methods);
    return new Compiler(ClassWorld.with(node), Patterns.none()).check(AssembledClass.bytes(node));
  }

  private static List<Problem> check(Class<?> type) {
    return new Compiler(new ClassWorld(), Patterns.none()).check(ClassWorld.bytesOf(type));
  }

  @Test
  void an_unmarked_caller_of_yield_is_named_with_line_path_and_remedy() {
    List<Problem> problems = check(method("drain", "line 41\n" + YIELD + "return"));
    Problem expected =
        new Problem(
            "com.acme.Pump.drain(Pump.java:41)",
            "calls dev.respool.Coroutine.yield, which can suspend, but is not itself suspendable",
            "annotate com.acme.Pump.drain with @Suspendable",
            List.of("com.acme.Pump.drain", "dev.respool.Coroutine.yield"));
    assertEquals(List.of(expected), problems);
    assertEquals(
        "com.acme.Pump.drain(Pump.java:41): calls dev.respool.Coroutine.yield, which can suspend,"
            + " but is not itself suspendable (com.acme.Pump.drain -> dev.respool.Coroutine.yield);"
            + " annotate com.acme.Pump.drain with @Suspendable",
        problems.get(0).message());
  }

  @Test
  void a_function_of_kotlins_own_coroutines_cannot_be_annotated() {
    String suspends = "fetch(Lkotlin/coroutines/Continuation;)Ljava/lang/Object;";
    String code = "line 3\n" + YIELD + "aconst_null\n areturn";
    List<Problem> problems = check(suspendable(Assembly.of(PUBLIC_STATIC, suspends, code)));
    assertEquals(
        List.of(
            "Kotlin's own coroutines are left alone: make the call in an ordinary function that is"
                + " annotated with @Suspendable"),
        problems.stream().map(Problem::remedy).toList());
  }

  @Test
  void the_path_goes_through_the_suspendable_methods_between() {
    List<Problem> problems =
        check(
            method("outer", "line 1\n invokestatic com/acme/Pump.inner()V\n return"),
            suspendable(method("inner", "line 2\n" + YIELD + "return")));
    assertEquals(
        List.of("com.acme.Pump.outer", "com.acme.Pump.inner", "dev.respool.Coroutine.yield"),
        problems.get(0).path());
    assertEquals(1, problems.size());
  }

  @Test
  void every_call_is_a_problem_of_its_own_in_the_order_of_the_code() {
    List<Problem> problems =
        check(
            method("a", "line 1\n" + YIELD + "line 2\n" + YIELD + "return"),
            method("b", "line 3\n" + YIELD + "return"));
    assertEquals(
        List.of(
            "com.acme.Pump.a(Pump.java:1)",
            "com.acme.Pump.a(Pump.java:2)",
            "com.acme.Pump.b(Pump.java:3)"),
        problems.stream().map(Problem::location).toList());
  }

  @Test
  void a_static_initialiser_gets_another_remedy() {
    List<Problem> problems =
        check(Assembly.of(Opcodes.ACC_STATIC, "<clinit>()V", YIELD + "return"));
    assertEquals(
        List.of("a static initialiser cannot suspend: move the call into a method"),
        problems.stream().map(Problem::remedy).toList());
  }

  @Test
  void a_constructor_is_to_be_annotated_even_if_it_is_implicit() {
    List<Problem> problems = check(Assembly.of(0, "<init>()V", "line 1\n" + YIELD + "return"));
    assertEquals(
        List.of("annotate the constructor with @Suspendable; write it if it is implicit"),
        problems.stream().map(Problem::remedy).toList());
  }

  static class Base {
    final Object value;

    @Suspendable
    Base() {
      value = Coroutine.yield();
    }
  }

  static final class Maker {
    private Maker() {}

    static Object make() {
      return new Base() {
        final Object more = Coroutine.yield();
      };
    }
  }

  @Test
  void the_constructor_of_an_anonymous_class_needs_no_mark_but_whoever_calls_it_does()
      throws Exception {
    String anonymous = Maker.class.getName() + "$1";
    assertEquals(List.of(), check(Class.forName(anonymous)));
    List<Problem> problems = check(Maker.class);
    assertEquals(1, problems.size());
    assertEquals(
        List.of(
            Maker.class.getName() + ".make",
            anonymous + ".<init>",
            Base.class.getName() + ".<init>",
            "dev.respool.Coroutine.yield"),
        problems.get(0).path());
  }

  @Test
  void a_method_that_is_refused_is_a_problem_with_reason_path_and_remedy() {
    Assembly drain =
        Assembly.of(
            Opcodes.ACC_STATIC | Opcodes.ACC_SYNCHRONIZED,
            "drain()V",
            "line 41\n invokestatic com/acme/Pump.open()V\n return");
    ClassNode node =
        AssembledClass.of(
            "com/acme/Pump", suspendable(drain), suspendable(method("open", YIELD + "return")));
    Compiler compiler = new Compiler(ClassWorld.with(node), Patterns.none());
    List<Problem> problems = compiler.check(AssembledClass.bytes(node));
    assertEquals(1, problems.size());
    assertEquals(
        "com.acme.Pump.drain(Pump.java:41): cannot make this method suspendable (it calls"
            + " com.acme.Pump.open, which can suspend: com.acme.Pump.open ->"
            + " dev.respool.Coroutine.yield), because a synchronized method cannot suspend: it"
            + " would either give up its lock or block its thread; use dev.respool.loop.Mutex,"
            + " suspend outside of the method, or say monitors=release",
        problems.get(0).message());
    List<String> refusals =
        compiler.compile(AssembledClass.bytes(node)).refusals().stream()
            .map(Refusal::message)
            .toList();
    assertEquals(refusals, problems.stream().map(Problem::message).toList());
  }

  static final class Clean {
    private Clean() {}

    @Suspendable
    static Object marked() {
      return Coroutine.yield(1);
    }

    static Coroutine<Object, Object> lambda() {
      return Coroutine.create(first -> marked());
    }

    static CoroutineBody<Object, Object> reference() {
      return Coroutine::yield;
    }

    static Object jdkFunction(Supplier<Object> supplier) {
      return supplier.get();
    }

    static boolean asks() {
      return Coroutine.isYieldable();
    }
  }

  @Test
  void marked_methods_lambdas_and_calls_of_jdk_functions_are_no_problem() {
    assertEquals(List.of(), check(Clean.class));
  }

  interface Source {
    @Suspendable
    Object next();
  }

  static final class Caller {
    private Caller() {}

    static Object first(Source source) {
      return source.next();
    }
  }

  @Test
  void a_call_of_a_suspendable_interface_method_is_a_problem() {
    List<Problem> problems = check(Caller.class);
    String owner = "dev.respool.compiler.CheckTest$";
    assertEquals(1, problems.size());
    assertEquals(List.of(owner + "Caller.first", owner + "Source.next"), problems.get(0).path());
  }

  @Test
  void an_instrumented_class_has_the_problems_that_it_had_before() {
    Assembly good = suspendable(method("good", "line 2\n" + YIELD + "return"));
    Assembly bad = method("bad", "line 9\n" + YIELD + "return");
    ClassNode node = AssembledClass.of("com/acme/Pump", good, bad);
    Compiler compiler = new Compiler(ClassWorld.with(node), Patterns.none());
    byte[] plain = AssembledClass.bytes(node);
    byte[] instrumented = compiler.compile(plain).bytes().orElseThrow();
    assertEquals(compiler.check(plain), compiler.check(instrumented));
    assertEquals(1, compiler.check(plain).size());
  }
}
