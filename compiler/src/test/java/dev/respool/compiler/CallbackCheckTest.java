package dev.respool.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.Coroutine;
import dev.respool.NotSuspendableException;
import dev.respool.Suspendable;
import dev.respool.compiler.fixture.ClassWorld;
import dev.respool.compiler.suspendable.Patterns;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Functions that suspend and are handed to code of the JDK: found where that is certain. */
class CallbackCheckTest {
  private static final String HERE = CallbackCheckTest.class.getName();

  private static List<Problem> check(Class<?> type) {
    return new Compiler(new ClassWorld(), Patterns.none()).check(ClassWorld.bytesOf(type));
  }

  static final class Found {
    private Found() {}

    @Suspendable
    static <T> T fill(Object value) {
      return Coroutine.yield(value);
    }

    @Suspendable
    static void forEach(List<Integer> list) {
      list.forEach(x -> fill(x));
    }

    @Suspendable
    static Object computeIfAbsent(Map<String, Object> map) {
      return map.computeIfAbsent("key", Found::fill);
    }

    @Suspendable
    static void sort(List<Integer> list) {
      list.sort(Comparator.comparing(x -> Coroutine.<Integer>yield(x)));
    }

    @Suspendable
    static Object stream(Stream<Integer> numbers) {
      return numbers.map(Coroutine::yield).toList();
    }

    @Suspendable
    static Object optional(Optional<Integer> number) {
      return number.map(x -> fill(x));
    }

    @Suspendable
    static Object future(CompletableFuture<Object> future) {
      return future.thenApply(x -> fill(x));
    }

    @Suspendable
    static Object threadLocal() {
      return ThreadLocal.withInitial(() -> fill(1)).get();
    }

    @Suspendable
    static Object andThen(Function<Object, Object> first) {
      return first.andThen(x -> fill(x)).apply(1);
    }

    static Object thread() {
      return new Thread(() -> fill(1));
    }

    static void execute(ExecutorService service) {
      service.execute(() -> fill(1));
    }

    @Suspendable
    static void throughLocal(List<Integer> list) {
      Consumer<Integer> consumer = x -> fill(x);
      list.forEach(consumer);
    }

    @Suspendable
    static Runnable inLambda(List<Integer> list) {
      return () -> list.forEach(x -> fill(x));
    }
  }

  @Test
  void each_is_named_with_the_method_of_the_jdk_and_what_to_write_instead() {
    assertEquals(
        List.of(
            "java.util.List.forEach; write a for loop",
            "java.util.Map.computeIfAbsent; call get(), compute the value, then call put()",
            "java.util.Comparator.comparing; compute the keys first, in a loop, and compare those",
            "java.util.stream.Stream.map; write a for loop in the place of the stream, or a"
                + " Generator",
            "java.util.Optional.map; ask isPresent() in an if statement and call get() there",
            "java.util.concurrent.CompletableFuture.thenApply; wait for it with Tasks.await in a"
                + " @Suspendable method and go on behind that",
            "java.lang.ThreadLocal.withInitial; compute the value before and call set() with it",
            "java.util.function.Function.andThen; write a lambda that calls the functions one after"
                + " the other, in a @Suspendable method",
            "java.lang.Thread.<init>; start a coroutine or a task in the function and suspend in"
                + " the body of that",
            "java.util.concurrent.ExecutorService.execute; start a coroutine or a task in the"
                + " function and suspend in the body of that",
            "java.util.List.forEach; write a for loop",
            "java.util.List.forEach; write a for loop"),
        check(Found.class).stream()
            .map(problem -> problem.what().split(" ")[1] + "; " + problem.remedy())
            .toList());
  }

  @Test
  void the_message_has_line_reason_path_and_remedy() {
    String message = check(Found.class).get(0).message();
    String start = HERE + "$Found.forEach(CallbackCheckTest.java:";
    assertTrue(message.startsWith(start), message);
    assertEquals(
        ": gives java.util.List.forEach a lambda or method reference that suspends, and code of the"
            + " JDK that calls it cannot be captured ("
            + HERE
            + "$Found.lambda$forEach -> "
            + HERE
            + "$Found.fill -> dev.respool.Coroutine.yield); write a for loop",
        message
            .substring(message.indexOf("):") + 1)
            .replaceFirst("(lambda\\$forEach)\\$\\d+", "$1"));
  }

  @Test
  void an_instrumented_class_has_the_same() {
    Compiler compiler = new Compiler(new ClassWorld(), Patterns.none());
    byte[] plain = ClassWorld.bytesOf(Found.class);
    byte[] instrumented = compiler.compile(plain).bytes().orElseThrow();
    ClassWorld world = new ClassWorld().put(Found.class.getName().replace('.', '/'), instrumented);
    assertEquals(compiler.check(plain), new Compiler(world, Patterns.none()).check(instrumented));
  }

  @Test
  void where_a_pattern_names_the_jdk_nothing_is_certain() {
    Compiler compiler = new Compiler(new ClassWorld(), Patterns.of(List.of("java.util.ArrayList")));
    assertEquals(List.of(), compiler.check(ClassWorld.bytesOf(Found.class)));
  }

  @Suspendable
  static class Marked {
    Object plain(Object value) {
      return value;
    }

    void forEach(List<Integer> list) {
      list.forEach(x -> plain(x));
    }
  }

  interface Source {
    @Suspendable
    Object next();
  }

  static final class Silent {
    private final List<Runnable> waiting = new ArrayList<>();
    private final AtomicReference<Supplier<Object>> last = new AtomicReference<>();

    @Suspendable
    void isKept(Map<String, Runnable> map) {
      waiting.add(() -> Coroutine.yield());
      map.put("key", () -> Coroutine.yield());
      last.set(() -> Coroutine.yield());
      Runnable action = Objects.requireNonNull(() -> Coroutine.yield());
      action.run();
    }

    static void startsACoroutine(ExecutorService service) {
      service.execute(() -> Coroutine.create(first -> Coroutine.yield()).resume());
      new Thread(() -> Coroutine.create(first -> Coroutine.yield()).resume()).start();
    }

    static void mayStartACoroutine(Executor executor) {
      executor.execute(() -> Coroutine.yield());
    }

    @Suspendable
    static void dependsOnTheFunction(List<Integer> list, Supplier<Object> inner) {
      list.forEach(x -> inner.get());
    }

    @Suspendable
    static void dependsOnTheImplementation(List<Integer> list, Source source) {
      list.forEach(x -> source.next());
    }

    @Suspendable
    static void asksFirst(List<Integer> list) {
      list.forEach(
          x -> {
            if (Coroutine.isYieldable()) {
              Coroutine.yield(x);
            }
          });
    }

    @Suspendable
    static void catchesTheRefusal(List<Integer> list) {
      list.forEach(
          x -> {
            try {
              Coroutine.yield(x);
            } catch (NotSuspendableException e) {
              return;
            }
          });
    }

    @Suspendable
    static boolean expectsTheRefusal(List<Integer> list) {
      try {
        list.forEach(x -> Coroutine.yield(x));
        return false;
      } catch (NotSuspendableException e) {
        return true;
      }
    }

    @Suspendable
    static void callsAFunction(Consumer<Runnable> consumer) {
      consumer.accept(() -> Coroutine.yield());
    }

    @Suspendable
    static Object isOfAnotherValue(Optional<Integer> number) {
      Supplier<Object> unused = () -> Coroutine.yield();
      return number.map(x -> x + 1).orElse(unused == null ? 1 : 2);
    }
  }

  @Test
  void what_is_not_certain_is_no_problem() {
    assertEquals(List.of(), check(Silent.class));
    assertEquals(List.of(), check(Marked.class));
  }

  @Test
  void the_runtime_has_the_same_table_of_remedies() throws Exception {
    assertEquals(table("dev.respool.abi.JdkRemedy"), table("dev.respool.compiler.JdkRemedy"));
  }

  private static String table(String type) throws Exception {
    var rows = Class.forName(type).getDeclaredField("ROWS");
    rows.setAccessible(true);
    return rows.get(null).toString();
  }
}
