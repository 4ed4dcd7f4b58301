package dev.respool.it.semantics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.respool.Coroutine;
import dev.respool.NotSuspendableException;
import dev.respool.Suspendable;
import dev.respool.it.harness.TransformedTests;
import dev.respool.it.scenarios.RefusedSuspension;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A frame of the JDK stands between a yield and the coroutine's start: the yield is refused where
 * it stands, and nothing runs on a value that nobody gave.
 */
@ExtendWith(TransformedTests.class)
class LostFrameTest extends RefusedSuspension {
  @Test
  void for_each_of_a_list_is_named() {
    List<Integer> list = new ArrayList<>(List.of(1, 2, 3));
    String message = refusal(() -> list.forEach(x -> yieldBelow(x)));
    assertNames(message, "java.util.ArrayList.forEach(ArrayList.java:");
    assertEquals(List.of("in 1", "out"), log);
  }

  @Test
  void a_yield_directly_in_for_each_is_refused() {
    List<Integer> list = new ArrayList<>(List.of(1, 2, 3));
    String message = refusal(() -> list.forEach(x -> Coroutine.yield(x)));
    assertNames(message, "java.util.ArrayList.forEach(ArrayList.java:");
  }

  @Test
  void a_method_reference_given_to_for_each_is_refused() {
    List<Integer> list = new ArrayList<>(List.of(1, 2, 3));
    assertNames(refusal(() -> list.forEach(Coroutine::yield)), "ArrayList.forEach");
    assertNames(refusal(() -> list.forEach(this::yieldBelow)), "ArrayList.forEach");
  }

  @Test
  void the_exception_can_be_caught_at_the_yield_and_the_loop_goes_on() {
    List<Integer> list = new ArrayList<>(List.of(1, 2, 3));
    String message = refusalWithin(() -> list.forEach(this::caughtAtTheYield));
    assertEquals("not refused", message);
    assertEquals(List.of("caught 1", "caught 2", "caught 3"), log);
  }

  @Suspendable
  private void caughtAtTheYield(int x) {
    try {
      Coroutine.yield(x);
      log.add("not reached");
    } catch (NotSuspendableException e) {
      log.add("caught " + x);
    }
  }

  @Test
  void a_comparator_does_not_compare_on_a_dummy_value() {
    List<Integer> list = new ArrayList<>(List.of(3, 1, 2));
    String message =
        refusal(
            () ->
                Collections.sort(
                    list,
                    (a, b) -> {
                      Coroutine.yield();
                      log.add("compared");
                      return a - b;
                    }));
    assertNames(message, "java.util.");
    assertEquals(List.of(3, 1, 2), list);
    assertEquals(List.of(), log);
  }

  @Test
  void a_map_does_not_store_a_dummy_value() {
    Map<String, String> map = new HashMap<>();
    String message = refusal(() -> map.computeIfAbsent("key", key -> yieldBelow(key)));
    assertNames(message, "java.util.HashMap.computeIfAbsent(HashMap.java:");
    assertEquals(Map.of(), map);
    assertEquals(List.of("in key", "out"), log);
  }

  @Test
  void a_stream_does_not_collect_a_dummy_value() {
    String message =
        refusal(() -> log.addAll(List.of("a", "b").stream().map(x -> yieldBelow(x)).toList()));
    assertNames(message, "java.util.stream.");
    assertEquals(List.of("in a", "out"), log);
  }

  @Test
  void a_call_by_reflection_is_refused() {
    String message =
        refusal(
            () -> {
              try {
                RefusedSuspension.class
                    .getDeclaredMethod("yieldBelow", Object.class)
                    .invoke(this, "x");
              } catch (InvocationTargetException e) {
                throw (NotSuspendableException) e.getCause();
              }
            });
    assertNames(message, "java.lang.reflect.Method.invoke(Method.java:");
    assertEquals(List.of("in x", "out"), log);
  }

  @Test
  void recursion_of_the_same_method_through_for_each_is_refused() {
    String message = refusal(() -> recurse(2));
    assertNames(message, "forEach");
    assertEquals(List.of("in 2", "in 1", "in 0", "out 0", "out 1", "out 2"), log);
  }

  @Suspendable
  private void recurse(int depth) {
    log.add("in " + depth);
    try {
      if (depth == 0) {
        Coroutine.yield();
        log.add("not reached");
      }
      new ArrayList<>(List.of(depth - 1)).forEach(this::recurse);
      log.add("not reached either");
    } finally {
      log.add("out " + depth);
    }
  }

  private final class Speaking {
    @Override
    public String toString() {
      return yieldBelow("spoken");
    }
  }

  @Test
  void a_method_that_the_jdk_calls_back_is_refused() {
    StringBuilder out = new StringBuilder();
    refusal(() -> out.append(new Speaking()));
    assertEquals("", out.toString());
    assertEquals(List.of("in spoken", "out"), log);
  }

  @Test
  void a_coroutine_refused_twice_can_still_suspend_deeply() {
    Coroutine<Object, Object> co =
        Coroutine.create(
            first -> {
              for (int i = 0; i < 2; i++) {
                attempt(() -> List.of(1).forEach(x -> yieldBelow(x)));
              }
              return yieldBelow("deep");
            });
    assertEquals("deep", co.resume());
    assertEquals("x", co.resume("x"));
  }
}
