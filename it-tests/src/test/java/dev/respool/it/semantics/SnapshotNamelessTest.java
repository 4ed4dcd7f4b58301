package dev.respool.it.semantics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.Coroutine;
import dev.respool.CoroutineBody;
import dev.respool.compiler.suspendable.Patterns;
import dev.respool.it.harness.SourceTargets;
import dev.respool.it.harness.VerifyingLoader;
import dev.respool.snapshot.Snapshot;
import dev.respool.snapshot.SnapshotException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Iterators in classes without debug information: any of them may be one of the program. */
class SnapshotNamelessTest {
  private static final String SOURCE =
      """
      package dev.respool.it.targets;
      import dev.respool.*;
      import java.util.*;
      public class Nameless implements CoroutineBody<Object, Object> {
        @Suspendable public Object run(Object kind) {
          return kind.equals("typed") ? typed() : kind.equals("passed") ? passed() : removed();
        }
        @Suspendable static Object typed() {
          ListIterator<Integer> it = new ArrayList<>(List.of(1, 2, 3)).listIterator();
          int sum = 0;
          while (it.hasNext()) {
            int index = it.nextIndex();
            Coroutine.yield(index);
            sum += it.next();
          }
          return sum;
        }
        @Suspendable static Object passed() {
          Iterator<Integer> it = new ArrayList<>(List.of(1, 2, 3)).iterator();
          int sum = 0;
          while (it.hasNext()) {
            sum += step(it);
          }
          return sum;
        }
        @Suspendable static int step(Iterator<Integer> it) {
          Coroutine.yield();
          return it.next();
        }
        @Suspendable static Object removed() {
          List<Integer> list = new ArrayList<>(List.of(1, 2, 3));
          Iterator<Integer> it = list.iterator();
          while (it.hasNext()) {
            it.next();
            Coroutine.yield();
            it.remove();
          }
          return 6 + list.size();
        }
      }
      """;

  private static Coroutine<Object, Object> suspended(String kind) throws Exception {
    VerifyingLoader loader =
        new VerifyingLoader(
            SourceTargets.withoutNames("Nameless", SOURCE, 17),
            Patterns.none(),
            name -> name.startsWith("dev.respool.it.targets.Nameless"));
    Class<?> type = loader.loadClass("dev.respool.it.targets.Nameless");
    @SuppressWarnings("unchecked")
    CoroutineBody<Object, Object> body =
        (CoroutineBody<Object, Object>) type.getConstructor().newInstance();
    Coroutine<Object, Object> co = Coroutine.create(body);
    co.resume(kind);
    return co;
  }

  @ParameterizedTest
  @ValueSource(strings = {"typed", "passed", "removed"})
  void they_are_refused_and_the_coroutine_goes_on(String kind) throws Exception {
    Coroutine<Object, Object> co = suspended(kind);
    assertThrows(SnapshotException.class, () -> Snapshot.of(co));
    assertThrows(IllegalStateException.class, co::fork);
    Object last = null;
    while (!co.isDone()) {
      last = co.resume();
    }
    assertEquals(6, last);
  }

  @Test
  void the_remedy_is_to_compile_with_names() throws Exception {
    Coroutine<Object, Object> co = suspended("passed");
    String said = assertThrows(SnapshotException.class, () -> Snapshot.of(co)).getMessage();
    assertTrue(said.contains("compile the class with -g"), said);
    said = assertThrows(IllegalStateException.class, co::fork).getMessage();
    assertTrue(said.contains("compile the class with -g"), said);
  }
}
