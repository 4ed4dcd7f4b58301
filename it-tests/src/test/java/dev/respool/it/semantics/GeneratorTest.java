package dev.respool.it.semantics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.CloseableIterator;
import dev.respool.Coroutine;
import dev.respool.CoroutineException;
import dev.respool.Generator;
import dev.respool.Suspendable;
import dev.respool.Yielder;
import dev.respool.it.harness.TransformedTests;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Sequences whose elements a body yields. */
@ExtendWith(TransformedTests.class)
class GeneratorTest {
  private final List<String> log = new ArrayList<>();

  private final Generator<Integer> three =
      Generator.of(
          g -> {
            log.add("started");
            try {
              for (int i = 1; i <= 3; i++) {
                g.yield(i);
              }
              log.add("ended");
            } finally {
              log.add("finally");
            }
          });

  private static <T> List<T> all(Iterable<T> elements) {
    List<T> list = new ArrayList<>();
    for (T element : elements) {
      list.add(element);
    }
    return list;
  }

  @Test
  void a_generator_gives_what_its_body_yields() {
    assertEquals(List.of(1, 2, 3), all(three));
    assertEquals(List.of("started", "ended", "finally"), log);
    assertEquals(List.of(), all(Generator.of(g -> log.add("nothing"))));
  }

  @Test
  void each_iterator_is_a_fresh_run() {
    Iterator<Integer> a = three.iterator();
    Iterator<Integer> b = three.iterator();
    assertEquals(List.of(1, 2), List.of(a.next(), a.next()));
    assertEquals(List.of(1, 3, 2), List.of(b.next(), a.next(), b.next()));
    assertFalse(a.hasNext());
    assertTrue(b.hasNext());
    assertEquals(List.of(1, 2, 3), all(three));
  }

  @Test
  void a_generator_is_lazy_and_looks_one_element_ahead_at_most() {
    Iterator<Integer> it = three.iterator();
    assertEquals(List.of(), log);
    assertTrue(it.hasNext() && it.hasNext());
    assertEquals(1, it.next());
    assertEquals(List.of("started"), log);
  }

  @Test
  void there_is_nothing_after_the_end() {
    Iterator<Integer> it = three.iterator();
    assertEquals(List.of(1, 2, 3), List.of(it.next(), it.next(), it.next()));
    assertThrows(NoSuchElementException.class, it::next);
    assertFalse(it.hasNext());
    assertThrows(NoSuchElementException.class, it::next);
  }

  @Test
  void a_generator_is_a_stream_that_may_be_infinite() {
    Generator<Integer> naturals =
        Generator.of(
            g -> {
              for (int i = 0; ; i++) {
                g.yield(i);
              }
            });
    assertEquals(
        List.of(0, 4, 16),
        naturals.stream().filter(n -> n % 2 == 0).map(n -> n * n).limit(3).toList());
  }

  @Test
  void null_may_be_yielded() {
    Generator<String> nulls =
        Generator.of(
            g -> {
              g.yield(null);
              g.yield("x");
              g.yield(null);
            });
    Iterator<String> it = nulls.iterator();
    assertNull(it.next());
    assertEquals("x", it.next());
    assertTrue(it.hasNext());
    assertNull(it.next());
    assertFalse(it.hasNext());
  }

  @Test
  void closing_an_iterator_early_runs_the_finally_blocks() {
    try (CloseableIterator<Integer> it = three.iterator()) {
      assertEquals(1, it.next());
    }
    assertEquals(List.of("started", "finally"), log);
  }

  @Test
  void a_closed_iterator_has_no_more_elements() {
    CloseableIterator<Integer> it = three.iterator();
    assertTrue(it.hasNext());
    it.close();
    it.close();
    assertFalse(it.hasNext());
    assertThrows(NoSuchElementException.class, it::next);
  }

  @Test
  void an_iterator_closed_before_its_first_element_never_starts() {
    three.iterator().close();
    assertEquals(List.of(), log);
  }

  @Test
  void closing_a_stream_runs_the_finally_blocks() {
    try (Stream<Integer> stream = three.stream()) {
      assertEquals(1, stream.findFirst().orElseThrow());
    }
    assertEquals(List.of("started", "finally"), log);
  }

  @Test
  void an_exception_of_the_body_leaves_the_iterator_which_has_ended_then() {
    IllegalArgumentException thrown = new IllegalArgumentException("body");
    Iterator<Integer> it = failing(thrown).iterator();
    assertEquals(1, it.next());
    assertSame(thrown, assertThrows(IllegalArgumentException.class, it::hasNext));
    assertFalse(it.hasNext());
  }

  @Test
  void a_checked_exception_of_the_body_leaves_the_iterator_wrapped() {
    IOException thrown = new IOException("disk");
    Iterator<Integer> it = failing(thrown).iterator();
    assertEquals(1, it.next());
    assertSame(thrown, assertThrows(CoroutineException.class, it::next).getCause());
  }

  private static Generator<Integer> failing(Exception thrown) {
    return Generator.of(
        g -> {
          g.yield(1);
          throw thrown;
        });
  }

  private record Tree(Tree left, int value, Tree right) {
    @Suspendable
    void walk(Yielder<Integer> g) {
      if (left != null) {
        left.walk(g);
      }
      g.yield(value);
      if (right != null) {
        right.walk(g);
      }
    }
  }

  @Test
  void a_recursive_walk_yields_from_every_depth() {
    Tree tree = null;
    List<Integer> values = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      tree = i % 2 == 0 ? new Tree(tree, i, null) : new Tree(null, i, tree);
      values.add(i % 2 == 0 ? values.size() : 0, i);
    }
    Tree root = tree;
    assertEquals(values, all(Generator.<Integer>of(g -> root.walk(g))));
    assertEquals(values, all(Generator.<Integer>of(root::walk)));
  }

  @Test
  void a_generator_reads_another_one() {
    Generator<Integer> twice =
        Generator.of(
            g -> {
              for (int outer : three) {
                for (int inner : three) {
                  g.yield(outer * 10 + inner);
                }
              }
            });
    assertEquals(List.of(11, 12, 13, 21, 22, 23, 31, 32, 33), all(twice));
  }

  @Test
  void a_coroutine_yields_between_the_elements_of_a_generator() {
    Coroutine<Object, Object> co =
        Coroutine.create(
            first -> {
              int sum = 0;
              for (int element : three) {
                int factor = Coroutine.yield(element);
                sum += factor * element;
              }
              return sum;
            });
    assertEquals(
        List.of(1, 2, 3, 321), List.of(co.resume(), co.resume(1), co.resume(10), co.resume(100)));
  }

  @Test
  void a_generator_cannot_be_yielded_to_from_outside_its_body() {
    List<Yielder<Integer>> leaked = new ArrayList<>();
    Generator<Integer> generator =
        Generator.of(
            g -> {
              leaked.add(g);
              g.yield(1);
              g.yield(2);
            });
    Iterator<Integer> it = generator.iterator();
    assertEquals(1, it.next());
    assertThrows(IllegalStateException.class, () -> leaked.get(0).yield(7));
    assertEquals(2, it.next());
  }
}
