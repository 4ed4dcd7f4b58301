package dev.respool.it.semantics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.Coroutine;
import dev.respool.Coroutine.Status;
import dev.respool.CoroutineBody;
import dev.respool.Suspendable;
import dev.respool.it.harness.TransformedTests;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Values, status, nesting and depth: what Lua's coroutines do when nothing goes wrong. */
@ExtendWith(TransformedTests.class)
class CoroutineTest {
  @Test
  void values_go_both_ways() {
    List<String> got = new ArrayList<>();
    Coroutine<String, Integer> co =
        Coroutine.create(
            first -> {
              got.add(first);
              String second = Coroutine.yield(1);
              got.add(second);
              String third = Coroutine.yield(2);
              got.add(third);
              return 3;
            });
    assertEquals(List.of(1, 2, 3), List.of(co.resume("a"), co.resume("b"), co.resume("c")));
    assertEquals(List.of("a", "b", "c"), got);
    assertEquals(Status.DEAD, co.status());
  }

  @Test
  void the_example_of_the_lua_manual_prints_what_lua_prints() {
    List<String> out = new ArrayList<>();
    Coroutine<int[], String> co =
        Coroutine.create(
            ab -> {
              out.add("co-body " + ab[0] + " " + ab[1]);
              int[] r = foo(out, ab[0] + 1);
              out.add("co-body " + r[0]);
              int[] rs = Coroutine.yield((ab[0] + ab[1]) + " " + (ab[0] - ab[1]));
              out.add("co-body " + rs[0] + " " + rs[1]);
              return ab[1] + " end";
            });
    out.add("main " + co.resume(new int[] {1, 10}));
    out.add("main " + co.resume(new int[] {'r'}));
    out.add("main " + co.resume(new int[] {'x', 'y'}));
    assertEquals(
        List.of(
            "co-body 1 10",
            "foo 2",
            "main 4",
            "co-body 114",
            "main 11 -9",
            "co-body 120 121",
            "main 10 end"),
        out);
  }

  @Suspendable
  private static int[] foo(List<String> out, int a) {
    out.add("foo " + a);
    return Coroutine.yield(String.valueOf(2 * a));
  }

  @Test
  void null_is_a_value_in_both_directions() {
    Coroutine<String, String> co =
        Coroutine.create(
            first -> {
              String second = Coroutine.yield();
              String third = Coroutine.yield(null);
              return first + second + third;
            });
    assertNull(co.resume());
    assertNull(co.resume(null));
    assertEquals("nullnullx", co.resume("x"));
  }

  @Test
  void a_body_without_parameter_and_result_ends_in_null() {
    List<String> done = new ArrayList<>();
    Coroutine<Object, Object> co =
        Coroutine.create(
            () -> {
              done.add("started");
              Coroutine.yield("once");
              done.add("ended");
            });
    assertEquals("once", co.resume());
    assertNull(co.resume());
    assertTrue(co.isDone());
    assertEquals(List.of("started", "ended"), done);
  }

  @Test
  void a_coroutine_does_not_start_before_it_is_resumed() {
    List<String> done = new ArrayList<>();
    Coroutine<Object, Object> co = Coroutine.create(() -> done.add("started"));
    assertEquals(Status.SUSPENDED, co.status());
    assertFalse(co.isDone());
    assertEquals(List.of(), done);
  }

  @Test
  void the_status_is_suspended_running_normal_and_dead() {
    List<Status> seen = new ArrayList<>();
    List<Coroutine<Object, Object>> outer = new ArrayList<>();
    Coroutine<Object, Object> inner = Coroutine.create(() -> seen.add(outer.get(0).status()));
    outer.add(
        Coroutine.create(
            () -> {
              seen.add(outer.get(0).status());
              inner.resume();
              seen.add(outer.get(0).status());
              Coroutine.yield();
            }));
    outer.get(0).resume();
    seen.add(outer.get(0).status());
    outer.get(0).resume();
    seen.add(outer.get(0).status());
    assertEquals(
        List.of(Status.RUNNING, Status.NORMAL, Status.RUNNING, Status.SUSPENDED, Status.DEAD),
        seen);
  }

  @Test
  void a_coroutine_can_yield_at_any_depth_below_its_body() {
    Coroutine<Object, Object> co = Coroutine.create(first -> depth(1_000));
    assertEquals("bottom", co.resume());
    for (int i = 1; i <= 1_000; i++) {
      assertEquals(i, co.resume(i));
    }
    assertEquals(501_499, co.resume(1_000));
  }

  @Suspendable
  private static int depth(int left) {
    if (left == 0) {
      Coroutine.yield("bottom");
      return 0;
    }
    int below = depth(left - 1);
    int answer = Coroutine.yield(left);
    return below + answer;
  }

  @Test
  void a_wrapped_coroutine_is_a_function_that_resumes() {
    Function<Integer, Integer> sums =
        Coroutine.wrap(
            first -> {
              int sum = first;
              while (sum < 10) {
                int next = Coroutine.yield(sum);
                sum += next;
              }
              return sum;
            });
    assertEquals(List.of(4, 7, 13), List.of(sums.apply(4), sums.apply(3), sums.apply(6)));
    assertThrows(IllegalStateException.class, () -> sums.apply(1));
  }

  @Test
  void a_yield_suspends_the_innermost_coroutine_only() {
    Coroutine<Object, Object> source =
        Coroutine.create(
            first -> {
              for (int i = 0; i < 3; i++) {
                Coroutine.yield(i);
              }
              return "end";
            });
    Coroutine<Object, Object> filter =
        Coroutine.create(
            first -> {
              for (Object got = source.resume(); !source.isDone(); got = source.resume()) {
                Coroutine.yield("<" + got + ">");
              }
              return "done";
            });
    List<Object> all = new ArrayList<>();
    while (!filter.isDone()) {
      all.add(filter.resume());
    }
    assertEquals(List.of("<0>", "<1>", "<2>", "done"), all);
  }

  @Test
  void a_thousand_coroutines_take_turns() {
    List<Coroutine<Integer, Integer>> all = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      int own = i;
      CoroutineBody<Integer, Integer> body =
          first -> {
            int second = Coroutine.yield(first + own);
            int third = Coroutine.yield(second * own);
            return first + second + third;
          };
      all.add(Coroutine.create(body));
    }
    for (int i = 0; i < 1_000; i++) {
      assertEquals(1 + i, all.get(i).resume(1));
    }
    for (int i = 999; i >= 0; i--) {
      assertEquals(2 * i, all.get(i).resume(2));
    }
    all.forEach(co -> assertEquals(6, co.resume(3)));
  }

  @Test
  void a_dead_local_does_not_keep_its_object_alive() throws Exception {
    Coroutine<Object, WeakReference<Object>> co =
        Coroutine.create(
            first -> {
              Object dead = new Object();
              WeakReference<Object> reference = new WeakReference<>(dead);
              int hash = dead.hashCode();
              Coroutine.yield(reference);
              return hash == 0 ? reference : null;
            });
    WeakReference<Object> reference = co.resume();
    for (int i = 0; i < 50 && reference.get() != null; i++) {
      System.gc();
      Thread.sleep(10);
    }
    assertNull(reference.get());
    assertFalse(co.isDone());
  }
}
