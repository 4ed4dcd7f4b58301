package dev.respool.it.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.respool.Coroutine;
import dev.respool.CoroutineBody;
import dev.respool.compiler.Compilation;
import dev.respool.compiler.Compiler;
import dev.respool.compiler.suspendable.Patterns;
import dev.respool.it.harness.ClassFiles;
import dev.respool.it.harness.SourceTargets;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A transformed class that is defined without a name by which others could find it (JEP 371). No
 * descriptor can name it, so it has no lambda that captures {@code this}; on JDK 17 it can have
 * none.
 */
class HiddenClassTest {
  private static final String TEXT =
      """
      package dev.respool.it.language;
      import dev.respool.*;
      public final class Hidden implements CoroutineBody<Object, Object> {
        private int sum;

        @Override public Object run(Object first) {
          return deep(3) + " " + told(first) + " " + sum + " " + new Hidden().yielded("new");
        }

        @Suspendable
        private static Object told(Object value) {
          return Coroutine.yield(value);
        }

        @Suspendable
        private int deep(int n) {
          if (n == 0) {
            return (int) yielded("deep");
          }
          long below = n;
          sum += n;
          return (int) (below + deep(n - 1));
        }

        @Suspendable
        private Object yielded(Object value) {
          try {
            return Coroutine.yield(value);
          } finally {
            sum++;
          }
        }
      }
      """;

  private static Class<?> hidden() throws Exception {
    ClassFiles classes = SourceTargets.compiledText("Hidden", TEXT, 17);
    byte[] original = classes.find("dev/respool/it/language/Hidden").orElseThrow();
    Compilation compilation = new Compiler(classes, Patterns.none()).compile(original);
    assertEquals(List.of(), compilation.refusals());
    return MethodHandles.lookup()
        .defineHiddenClass(compilation.bytes().orElseThrow(), true)
        .lookupClass();
  }

  @SuppressWarnings("unchecked")
  private static Coroutine<Object, Object> coroutine(Class<?> type) throws Exception {
    return Coroutine.create((CoroutineBody<Object, Object>) type.getConstructor().newInstance());
  }

  @Test
  void a_hidden_class_suspends() throws Exception {
    Class<?> hidden = hidden();
    for (int round = 0; round < 3; round++) {
      Coroutine<Object, Object> coroutine = coroutine(hidden);
      List<Object> out = new ArrayList<>(List.of(coroutine.resume("first")));
      for (int i = 1; !coroutine.isDone(); i++) {
        out.add(coroutine.resume(i));
      }
      assertEquals(List.of("deep", "first", "new", "7 2 7 3"), out);
    }
  }

  @Test
  void its_frames_are_named_while_it_is_suspended() throws Exception {
    Coroutine<Object, Object> coroutine = coroutine(hidden());
    coroutine.resume("first");

    List<String> names = new ArrayList<>();
    for (StackTraceElement element : coroutine.stackTrace()) {
      names.add(element.getMethodName() + ":" + element.getLineNumber());
    }
    List<String> expected =
        List.of("yielded:28", "deep:18", "deep:22", "deep:22", "deep:22", "run:7");
    assertEquals(expected, names);
  }
}
