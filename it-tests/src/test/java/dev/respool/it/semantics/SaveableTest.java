package dev.respool.it.semantics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.Coroutine;
import dev.respool.CoroutineBody;
import dev.respool.compiler.Compiler;
import dev.respool.compiler.plan.Monitors;
import dev.respool.compiler.suspendable.Patterns;
import dev.respool.it.harness.ClassFiles;
import dev.respool.it.harness.SourceTargets;
import dev.respool.it.harness.VerifyingLoader;
import dev.respool.snapshot.Snapshot;
import dev.respool.snapshot.SnapshotException;
import dev.respool.snapshot.SnapshotPolicy;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lambdas and method references of marked classes are saved with the coroutines that hold them. */
class SaveableTest {
  private static final String NAME = "dev.respool.it.targets.Holding";

  private static final String HOLDING =
      """
      package dev.respool.it.targets;
      import dev.respool.*;
      import java.io.Serializable;
      import java.util.*;
      import java.util.function.*;
      @Saveable
      public class Holding implements CoroutineBody<Object, Object> {
        interface Shape extends Serializable { String of(long l, double d); }
        static class Nested {
          static Supplier<String> supplier(String text) { return () -> text + "nested"; }
        }
        @Suspendable public Object run(Object first) {
          int i = 1; long l = 2; double d = 3; boolean z = true; char c = 'c';
          String text = "t";
          int[] ints = {4};
          Function<String, String> captured = s -> s + i + l + d + z + c + text + ints[0]++;
          Supplier<Integer> bound = text::length;
          Function<String, String> unbound = String::toUpperCase;
          Supplier<List<String>> constructor = ArrayList::new;
          Shape own = (a, b) -> "own" + a + b;
          Runnable both = (Runnable & Serializable) () -> ints[0]++;
          Supplier<String> nested = Nested.supplier("x");
          UnaryOperator<String> suspending = s -> s + Coroutine.yield("inside");
          Supplier<String> reference = this.new Inner()::waits;
          Coroutine.yield("before");
          both.run();
          return captured.apply("s") + bound.get() + unbound.apply("u") + constructor.get()
              + own.of(5, 6) + nested.get() + suspending.apply("y") + reference.get() + ints[0];
        }
        class Inner implements Serializable {
          @Suspendable String waits() { return "waits" + Coroutine.yield("method"); }
        }
      }
      """;

  private static ClassFiles compiled(String source) throws Exception {
    return SourceTargets.compiledText("Holding", source, 17);
  }

  private static VerifyingLoader loader(String source) throws Exception {
    return new VerifyingLoader(compiled(source), Patterns.none(), name -> name.startsWith(NAME));
  }

  @SuppressWarnings("unchecked")
  private static Coroutine<Object, Object> coroutine(ClassLoader loader) throws Exception {
    Class<?> type = loader.loadClass(NAME);
    return Coroutine.create((CoroutineBody<Object, Object>) type.getConstructor().newInstance());
  }

  private static List<Object> finish(Coroutine<Object, Object> coroutine) {
    List<Object> out = new ArrayList<>();
    while (!coroutine.isDone()) {
      out.add(coroutine.resume("!"));
    }
    return out;
  }

  private static final String SERIALIZABLE =
      HOLDING.replace(
          "CoroutineBody<Object, Object> {", "CoroutineBody<Object, Object>, Serializable {");

  @Test
  void lambdas_and_method_references_of_every_sort_go_through_bytes() throws Exception {
    VerifyingLoader loader = loader(SERIALIZABLE);
    List<Object> expected = finish(coroutine(loader));
    Coroutine<Object, Object> co = coroutine(loader);
    List<Object> out = new ArrayList<>();
    SnapshotPolicy policy = SnapshotPolicy.allowing(NAME).withClassLoader(loader(SERIALIZABLE));
    while (!co.isDone()) {
      out.add(co.resume("!"));
      co = Snapshot.read(Snapshot.of(co).toBytes(), policy).restore();
    }
    assertEquals(expected, out);
    assertEquals("s123.0truect51U[]own56.0xnestedy!waits!6", out.get(3));
    assertEquals(List.of(), loader.refusals());
  }

  @Test
  void without_the_mark_each_is_an_obstacle_that_names_it() throws Exception {
    Coroutine<Object, Object> co = coroutine(loader(SERIALIZABLE.replace("@Saveable", "")));
    co.resume();
    SnapshotException thrown = assertThrows(SnapshotException.class, () -> Snapshot.of(co));
    assertEquals(7, thrown.obstacles().size(), thrown.getMessage());
    assertTrue(thrown.obstacles().get(0).remedy().contains("@Saveable"), thrown.getMessage());
  }

  @Test
  void a_pattern_chooses_classes_without_a_mark_and_suspendable_methods() throws Exception {
    String plain =
        """
        package dev.respool.it.targets;
        public class Holding { public static Object made() { return (Runnable) () -> {}; } }
        """;
    ClassFiles classes = compiled(plain);
    byte[] bytes = classes.find(NAME.replace('.', '/')).orElseThrow();
    Compiler chosen = new Compiler(classes, saveable(NAME));
    Compiler other = new Compiler(classes, saveable("com.acme.**"));
    assertTrue(other.compile(bytes).bytes().isEmpty());
    byte[] changed = chosen.compile(bytes).bytes().orElseThrow();
    ClassFiles results = new ClassFiles().add(NAME.replace('.', '/'), changed);
    ClassLoader loader = new VerifyingLoader(results, Patterns.none(), NAME::equals, name -> true);
    Object made = loader.loadClass(NAME).getMethod("made").invoke(null);
    assertTrue(made instanceof Serializable);
    assertFalse(chosen.compile(changed).bytes().isPresent(), "it is done once");
  }

  private static final String ADDING =
      """
      package dev.respool.it.targets;
      import dev.respool.*;
      import java.io.Serializable;
      import java.util.function.*;
      @Saveable
      public class Holding implements CoroutineBody<Object, Object>, Serializable {
        static Runnable other() { return null; }
        @Suspendable public Object run(Object first) {
          IntUnaryOperator price = x -> { IntSupplier more = () -> 10; return x + more.getAsInt(); };
          Coroutine.yield("before");
          return price.applyAsInt(1);
        }
      }
      """;

  private static Coroutine<Object, Object> moved(String newSource) throws Exception {
    Coroutine<Object, Object> co = coroutine(loader(ADDING));
    co.resume();
    SnapshotPolicy policy = SnapshotPolicy.allowing(NAME).withClassLoader(loader(newSource));
    return Snapshot.read(Snapshot.of(co).toBytes(), policy).restore();
  }

  @Test
  void a_lambda_moves_into_a_class_whose_lines_and_other_methods_have_changed() throws Exception {
    assertEquals(11, moved(ADDING).resume());
    assertEquals(11, moved(ADDING.replace("@Saveable", "\n\n@Saveable")).resume());
    assertEquals(11, moved(ADDING.replace("return null", "return System::gc")).resume());
  }

  @Test
  void a_lambda_of_the_same_name_that_does_something_else_is_refused() throws Exception {
    String changed = ADDING.replace("x + more", "x * more");
    String changedWithin = ADDING.replace("() -> 10", "() -> 11");
    String before = ADDING.replace("first) {", "first) { IntUnaryOperator none = x -> x;");
    for (String newSource : List.of(changed, changedWithin, before)) {
      SnapshotException thrown = assertThrows(SnapshotException.class, () -> moved(newSource));
      String message = thrown.getMessage();
      assertTrue(
          message.contains("the code of the lambda") || message.contains("has no lambda of that"),
          message);
    }
  }

  @Test
  void a_mark_on_a_package_holds_for_the_lambdas_of_its_classes_and_for_nothing_else()
      throws Exception {
    String info = "@dev.respool.Saveable package dev.respool.it.targets;";
    String infoName = "dev/respool/it/targets/package-info";
    byte[] marked =
        SourceTargets.compiledText("package-info", info, 17).find(infoName).orElseThrow();
    String plain = ADDING.replace("@Saveable", "").replace("Object>, Serializable", "Object>");
    ClassFiles classes = compiled(plain).add(infoName, marked);
    VerifyingLoader loader =
        new VerifyingLoader(classes, Patterns.none(), name -> name.startsWith(NAME));
    Coroutine<Object, Object> co = coroutine(loader);
    co.resume();
    SnapshotPolicy policy = SnapshotPolicy.allowing(NAME).withClassLoader(loader);
    assertEquals(11, Snapshot.read(Snapshot.of(co).toBytes(), policy).restore().resume());
    assertFalse(Serializable.class.isAssignableFrom(loader.loadClass(NAME)));
    Coroutine<Object, Object> unmarked = coroutine(loader(plain));
    unmarked.resume();
    assertThrows(SnapshotException.class, () -> Snapshot.of(unmarked));
  }

  private static final String SELF =
      """
      package dev.respool.it.targets;
      import dev.respool.*;
      import java.io.Serializable;
      import java.util.*;
      import java.util.function.*;
      @Saveable
      public class Holding implements CoroutineBody<Object, Object>, Serializable {
        @Suspendable public Object run(Object first) {
          IntUnaryOperator[] all = new IntUnaryOperator[2];
          IntUnaryOperator factorial = n -> n < 2 ? 1 : n * all[0].applyAsInt(n - 1);
          all[0] = factorial;
          all[1] = n -> factorial.applyAsInt(n) + factorial.applyAsInt(n);
          Coroutine.yield("before");
          return factorial.applyAsInt(5);
        }
      }
      """;

  private static final String LIST = "List<IntUnaryOperator> all = new ArrayList<>()";

  @Test
  void a_lambda_that_has_captured_a_way_to_itself_is_refused() throws Exception {
    for (String source :
        List.of(
            SELF,
            SELF.replace("IntUnaryOperator[] all = new IntUnaryOperator[2]", LIST)
                .replace("all[0].", "all.get(0).")
                .replace("all[0] = factorial", "all.add(factorial)")
                .replace("all[1] = ", "IntUnaryOperator twice = "))) {
      Coroutine<Object, Object> co = coroutine(loader(source));
      co.resume();
      SnapshotException thrown = assertThrows(SnapshotException.class, () -> Snapshot.of(co));
      assertEquals("factorial", thrown.obstacles().get(0).local());
      assertEquals(1, thrown.obstacles().size());
      assertTrue(thrown.getMessage().contains("can reach itself"), thrown.getMessage());
      assertEquals(120, co.resume());
    }
  }

  @Test
  void lambdas_may_be_shared_and_be_reached_by_what_is_saved_before_them() throws Exception {
    String used =
        SELF.replace("factorial.applyAsInt(5)", "all[1].applyAsInt(factorial.applyAsInt(3))");
    Coroutine<Object, Object> co = coroutine(loader(used));
    co.resume();
    SnapshotPolicy policy =
        SnapshotPolicy.allowing(NAME, "java.util.function.*").withClassLoader(loader(used));
    assertEquals(1440, Snapshot.read(Snapshot.of(co).toBytes(), policy).restore().resume());
  }

  private static Compiler.Options saveable(String pattern) {
    return new Compiler.Options(Patterns.none(), Monitors.REFUSE, Patterns.parse(pattern));
  }
}
