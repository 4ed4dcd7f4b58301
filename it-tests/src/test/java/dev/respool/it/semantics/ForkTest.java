package dev.respool.it.semantics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.Coroutine;
import dev.respool.DoubleGenerator;
import dev.respool.Generator;
import dev.respool.IntGenerator;
import dev.respool.LongGenerator;
import dev.respool.Suspendable;
import dev.respool.Yielder;
import dev.respool.it.harness.TransformedTests;
import dev.respool.it.scenarios.saved.LoopedCollections;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Copies of suspended coroutines go on by themselves. */
@ExtendWith(TransformedTests.class)
class ForkTest {

  @Test
  void each_copy_has_its_own_locals_and_shares_what_they_refer_to() {
    List<String> shared = new ArrayList<>();
    Coroutine<String, String> co = Coroutine.create(first -> counts(first, shared));
    assertEquals("1 2 3.5 x true", co.resume("start"));
    Coroutine<String, String> copy = co.fork();
    assertNotSame(co, copy);
    assertEquals("2 3 4.5 y true a", co.resume("a"));
    assertEquals("2 3 4.5 y true b", copy.resume("b"));
    assertEquals("3 4 5.5 z true c", copy.resume("c"));
    assertEquals("3 4 5.5 z true d", co.resume("d"));
    assertEquals(List.of("a", "b", "c", "d"), shared);
  }

  @Suspendable
  private static String counts(String first, List<String> shared) {
    int i = 0;
    long l = 1;
    double d = 2.5;
    char c = 'w';
    boolean begun = first.equals("start");
    String said = "";
    while (true) {
      i++;
      l++;
      d++;
      c++;
      said = Coroutine.yield((i + " " + l + " " + d + " " + c + " " + begun + " " + said).trim());
      shared.add(said);
    }
  }

  @Test
  void frames_at_any_depth_are_copied() {
    Coroutine<Object, Object> co = Coroutine.create(first -> descend(500));
    co.resume();
    Coroutine<Object, Object> copy = co.fork();
    assertEquals(125_250L + 1, co.resume(1L));
    assertEquals(125_250L + 2, copy.resume(2L));
  }

  @Suspendable
  private static long descend(int depth) {
    if (depth == 0) {
      long got = Coroutine.<Long>yield(null);
      return got;
    }
    return depth + descend(depth - 1);
  }

  @Test
  void wide_frames_are_copied() {
    Coroutine<Object, Object> co = Coroutine.create(first -> wide(1));
    co.resume();
    Coroutine<Object, Object> copy = co.fork();
    assertEquals(
        List.of("10 100 abcdefghij", "20 200 abcdefghij"), List.of(co.resume(1), copy.resume(2)));
  }

  @Suspendable
  private static String wide(int n) {
    String a = "a", b = "b", c = "c", d = "d", e = "e", f = "f", g = "g", h = "h", i = "i", j = "j";
    long k = n, l = n, m = n, o = n, p = n, q = n, r = n, s = n, t = n, u = n;
    int by = Coroutine.<Integer>yield(null);
    k *= by;
    l *= by;
    return (k + l + (m + o + p + q + r + s + t + u) * by)
        + " "
        + 100 * by
        + " "
        + a
        + b
        + c
        + d
        + e
        + f
        + g
        + h
        + i
        + j;
  }

  @Test
  void loops_over_collections_go_on_in_both() {
    for (Collection<Integer> numbers : LoopedCollections.all()) {
      Coroutine<Object, Object> co = Coroutine.create(first -> LoopedCollections.sumOf(numbers));
      co.resume();
      co.resume();
      Coroutine<Object, Object> copy = co.fork();
      String kind = numbers.getClass().getName();
      assertEquals(6, finish(co), kind);
      assertEquals(6, finish(copy), kind);
    }
  }

  private static Object finish(Coroutine<Object, Object> co) {
    Object last = null;
    while (!co.isDone()) {
      last = co.resume();
    }
    return last;
  }

  @Test
  void loops_over_entries_and_arrays_go_on_in_both() {
    Coroutine<Object, Object> co = Coroutine.create(first -> entries());
    co.resume();
    Coroutine<Object, Object> copy = co.fork();
    assertEquals("a=1,b=2,c=3,|1,2,3,", finish(co));
    assertEquals("a=1,b=2,c=3,|1,2,3,", finish(copy));
  }

  @Suspendable
  private static String entries() {
    StringBuilder shared = new StringBuilder();
    String own = "";
    for (Map.Entry<String, Integer> entry :
        new TreeMap<>(Map.of("a", 1, "b", 2, "c", 3)).entrySet()) {
      Coroutine.yield();
      own += entry + ",";
    }
    own += "|";
    for (int i : new int[] {1, 2, 3}) {
      Coroutine.yield();
      own += i + ",";
    }
    return own + shared;
  }

  @Test
  void a_generator_that_a_loop_goes_through_is_copied_with_it() {
    Coroutine<Object, Object> co = Coroutine.create(first -> throughGenerator());
    co.resume();
    co.resume();
    Coroutine<Object, Object> copy = co.fork();
    assertEquals("0,1,2,3,10,11,12,13,", finish(co));
    assertEquals("0,1,2,3,10,11,12,13,", finish(copy));
  }

  @Suspendable
  private static String throughGenerator() {
    String own = "";
    Generator<Integer> nested =
        Generator.of(
            g -> {
              for (int ten : List.of(0, 10)) {
                for (int i : Generator.<Integer>of(inner -> upTo(4, inner))) {
                  g.yield(ten + i);
                }
              }
            });
    for (int n : nested) {
      Coroutine.yield();
      own += n + ",";
    }
    return own;
  }

  @Suspendable
  private static void upTo(int n, Yielder<Integer> yielder) {
    for (int i = 0; i < n; i++) {
      yielder.yield(i);
    }
  }

  @Test
  void generators_of_primitives_are_copied_too() {
    Coroutine<Object, Object> co = Coroutine.create(first -> throughPrimitives());
    co.resume();
    Coroutine<Object, Object> copy = co.fork();
    assertEquals("1;2;3;4;5.0;6.0;", finish(co));
    assertEquals("1;2;3;4;5.0;6.0;", finish(copy));
  }

  @Suspendable
  private static String throughPrimitives() {
    String own = "";
    IntGenerator ints =
        IntGenerator.of(
            g -> {
              g.yield(1);
              g.yield(2);
            });
    LongGenerator longs =
        LongGenerator.of(
            g -> {
              g.yield(3);
              g.yield(4);
            });
    DoubleGenerator doubles =
        DoubleGenerator.of(
            g -> {
              g.yield(5);
              g.yield(6);
            });
    for (int i : ints) {
      Coroutine.yield();
      own += i + ";";
    }
    for (long l : longs) {
      Coroutine.yield();
      own += l + ";";
    }
    for (double d : doubles) {
      Coroutine.yield();
      own += d + ";";
    }
    return own;
  }

  @Test
  void an_iterator_with_a_name_is_shared() {
    Coroutine<Object, Object> co = Coroutine.create(first -> named());
    co.resume();
    Coroutine<Object, Object> copy = co.fork();
    assertEquals("1,2,", co.resume());
    assertEquals("1,", copy.resume());
  }

  @Suspendable
  private static String named() {
    Iterator<Integer> numbers = List.of(1, 2).iterator();
    String own = numbers.next() + ",";
    Coroutine.yield();
    while (numbers.hasNext()) {
      own += numbers.next() + ",";
    }
    return own;
  }

  @Test
  void finally_blocks_run_in_each() {
    List<String> log = new ArrayList<>();
    Coroutine<Object, Object> co = Coroutine.create(first -> guarded(log));
    co.resume();
    Coroutine<Object, Object> copy = co.fork();
    co.close();
    assertEquals(List.of("finally"), log);
    copy.resume();
    assertEquals(List.of("finally", "end", "finally"), log);
  }

  @Suspendable
  private static Object guarded(List<String> log) {
    try {
      Coroutine.yield();
      log.add("end");
    } finally {
      log.add("finally");
    }
    return null;
  }

  @Test
  void new_and_dead_coroutines_have_copies_of_their_status() {
    Coroutine<Object, Object> co = Coroutine.create(first -> "done " + first);
    Coroutine<Object, Object> copy = co.fork();
    assertEquals("done a", co.resume("a"));
    assertEquals("done b", copy.resume("b"));
    assertEquals(Coroutine.Status.DEAD, co.fork().status());
  }

  @Test
  void one_that_runs_has_no_copy() {
    Coroutine<Object, Object> co = Coroutine.create(first -> Coroutine.running().fork());
    assertEquals(
        "cannot fork non-suspended coroutine",
        assertThrows(IllegalStateException.class, co::resume).getMessage());
  }

  @Test
  void a_loop_over_what_may_have_no_end_is_refused_with_its_line() {
    Coroutine<Object, Object> co =
        Coroutine.create(
            first -> {
              for (int n : (Iterable<Integer>) Stream.iterate(1, x -> x + 1)::iterator) {
                Coroutine.yield(n);
              }
              return null;
            });
    assertEquals(1, co.resume());
    String said = assertThrows(IllegalStateException.class, co::fork).getMessage();
    assertTrue(said.contains("ForkTest.java:"), said);
    assertTrue(said.contains("which cannot be copied: iterate over a collection"), said);
    assertEquals(2, co.resume());
  }

  @Test
  void a_constructor_is_refused() {
    Coroutine<Object, Object> co = Coroutine.create(first -> new Constructed());
    co.resume();
    String said = assertThrows(IllegalStateException.class, co::fork).getMessage();
    assertTrue(said.contains("is constructing an object"), said);
    assertEquals(Constructed.class, co.resume().getClass());
  }

  private static final class Constructed {
    @Suspendable
    Constructed() {
      Coroutine.yield();
    }
  }

  @Test
  void copies_of_copies_find_all_solutions_of_eight_queens() {
    assertEquals(92, solutions(8));
  }

  private static int solutions(int size) {
    int found = 0;
    List<Coroutine<Integer, Object>> open = new ArrayList<>();
    open.add(Coroutine.create(first -> place(size)));
    open.get(0).resume(null);
    while (!open.isEmpty()) {
      Coroutine<Integer, Object> choice = open.remove(open.size() - 1);
      for (int column = 0; column < size; column++) {
        Coroutine<Integer, Object> way = choice.fork();
        Object result = way.resume(column);
        if (!way.isDone()) {
          open.add(way);
        } else if (result != null) {
          found++;
        }
      }
    }
    return found;
  }

  @Suspendable
  private static String place(int size) {
    String queens = "";
    for (int row = 0; row < size; row++) {
      int column = Coroutine.<Integer>yield(null);
      for (int other = 0; other < row; other++) {
        int at = queens.charAt(other) - '0';
        if (at == column || Math.abs(at - column) == row - other) {
          return null;
        }
      }
      queens += column;
    }
    return queens;
  }
}
