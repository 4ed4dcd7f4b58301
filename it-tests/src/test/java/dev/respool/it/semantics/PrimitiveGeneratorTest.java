package dev.respool.it.semantics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.Coroutine;
import dev.respool.CoroutineException;
import dev.respool.NotSuspendableException;
import dev.respool.it.harness.TransformedTests;
import dev.respool.it.scenarios.PrimitiveSequences;
import dev.respool.it.scenarios.PrimitiveSequences.Out;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What generators of {@code int}, {@code long} and {@code double} have in common. */
@ExtendWith(TransformedTests.class)
class PrimitiveGeneratorTest {
  private final List<String> log = new ArrayList<>();

  private Iterable<? extends Number> three(String type) {
    return PrimitiveSequences.of(
        type,
        out -> {
          log.add("started");
          try {
            for (int i = 1; i <= 3; i++) {
              out.yield(i);
            }
            log.add("ended");
          } finally {
            log.add("finally");
          }
        });
  }

  private static void close(Iterator<?> iterator) {
    try {
      ((AutoCloseable) iterator).close();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static List<Integer> all(Iterable<? extends Number> numbers) {
    List<Integer> list = new ArrayList<>();
    for (Number number : numbers) {
      list.add(number.intValue());
    }
    return list;
  }

  @ParameterizedTest
  @ValueSource(strings = {"int", "long", "double"})
  void it_gives_what_its_body_yields_boxed_too(String type) {
    assertEquals(List.of(1, 2, 3), all(three(type)));
    assertEquals(List.of("started", "ended", "finally"), log);
    assertEquals(List.of(), all(PrimitiveSequences.of(type, out -> log.add("nothing"))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"int", "long", "double"})
  void the_boxed_elements_are_of_its_type(String type) {
    Object boxed = three(type).iterator().next();
    String name = boxed.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    assertTrue(name.startsWith(type), name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"int", "long", "double"})
  void each_iterator_is_a_fresh_run(String type) {
    Iterable<? extends Number> numbers = three(type);
    Iterator<? extends Number> a = numbers.iterator();
    Iterator<? extends Number> b = numbers.iterator();
    assertEquals(List.of(1, 2), List.of(a.next().intValue(), a.next().intValue()));
    assertEquals(List.of(1, 3), List.of(b.next().intValue(), a.next().intValue()));
    assertFalse(a.hasNext());
    assertEquals(2, b.next().intValue());
    assertEquals(List.of(1, 2, 3), all(numbers));
  }

  @ParameterizedTest
  @ValueSource(strings = {"int", "long", "double"})
  void asking_whether_there_is_more_looks_one_element_ahead_and_no_further(String type) {
    Iterator<? extends Number> it = three(type).iterator();
    assertEquals(List.of(), log);
    assertTrue(it.hasNext() && it.hasNext() && it.hasNext());
    assertEquals(1, it.next().intValue());
    assertEquals(List.of("started"), log);
    assertEquals(2, it.next().intValue());
    assertTrue(it.hasNext() && it.hasNext());
    assertEquals(3, it.next().intValue());
    assertEquals(List.of("started"), log);
    assertFalse(it.hasNext());
  }

  @ParameterizedTest
  @ValueSource(strings = {"int", "long", "double"})
  void there_is_nothing_after_the_end(String type) {
    Iterator<? extends Number> it = three(type).iterator();
    for (int i = 1; i <= 3; i++) {
      assertEquals(i, it.next().intValue());
    }
    assertThrows(NoSuchElementException.class, it::next);
    assertFalse(it.hasNext() || it.hasNext());
    assertThrows(NoSuchElementException.class, it::next);
    assertEquals(List.of("started", "ended", "finally"), log);
  }

  @ParameterizedTest
  @ValueSource(strings = {"int", "long", "double"})
  void elements_cannot_be_removed(String type) {
    Iterator<? extends Number> it = three(type).iterator();
    it.next();
    assertThrows(UnsupportedOperationException.class, it::remove);
    assertEquals(2, it.next().intValue());
  }

  @ParameterizedTest
  @ValueSource(strings = {"int", "long", "double"})
  void closing_early_runs_the_finally_blocks_once(String type) {
    Iterator<? extends Number> it = three(type).iterator();
    assertEquals(1, it.next().intValue());
    assertTrue(it.hasNext());
    close(it);
    close(it);
    assertEquals(List.of("started", "finally"), log);
    assertFalse(it.hasNext());
    assertThrows(NoSuchElementException.class, it::next);
  }

  @ParameterizedTest
  @ValueSource(strings = {"int", "long", "double"})
  void closed_before_its_first_element_or_after_its_last_one_nothing_runs(String type) {
    close(three(type).iterator());
    assertEquals(List.of(), log);
    Iterator<? extends Number> ended = three(type).iterator();
    ended.forEachRemaining(number -> log.add(number.intValue() + ""));
    close(ended);
    assertEquals(List.of("started", "1", "2", "3", "ended", "finally"), log);
  }

  @ParameterizedTest
  @ValueSource(strings = {"int", "long", "double"})
  void a_finally_block_cannot_yield_while_the_run_is_closed(String type) {
    Iterator<? extends Number> it =
        PrimitiveSequences.of(
                type,
                out -> {
                  try {
                    out.yield(1);
                  } finally {
                    out.yield(2);
                  }
                })
            .iterator();
    it.next();
    assertThrows(IllegalStateException.class, () -> close(it));
    assertFalse(it.hasNext());
  }

  private static Iterator<? extends Number> failing(String type, Exception thrown) {
    return PrimitiveSequences.of(
            type,
            out -> {
              out.yield(1);
              throw thrown;
            })
        .iterator();
  }

  @ParameterizedTest
  @ValueSource(strings = {"int", "long", "double"})
  void an_exception_of_the_body_leaves_the_iterator_which_has_ended_then(String type) {
    Exception unchecked = new IllegalArgumentException("body");
    Iterator<? extends Number> it = failing(type, unchecked);
    assertEquals(1, it.next().intValue());
    assertSame(unchecked, assertThrows(IllegalArgumentException.class, it::hasNext));
    assertFalse(it.hasNext());
    assertThrows(NoSuchElementException.class, it::next);
  }

  @ParameterizedTest
  @ValueSource(strings = {"int", "long", "double"})
  void a_checked_exception_of_the_body_comes_wrapped(String type) {
    Exception checked = new IOException("disk");
    Iterator<? extends Number> it = failing(type, checked);
    assertEquals(1, it.next().intValue());
    assertSame(checked, assertThrows(CoroutineException.class, it::next).getCause());
    assertFalse(it.hasNext());
  }

  @ParameterizedTest
  @ValueSource(strings = {"int", "long", "double"})
  void nobody_but_the_body_can_yield(String type) {
    List<Out> leaked = new ArrayList<>();
    Iterator<? extends Number> it =
        PrimitiveSequences.of(
                type,
                out -> {
                  leaked.add(out);
                  out.yield(1);
                  Coroutine<Object, Object> inner = Coroutine.create(() -> out.yield(5));
                  assertThrows(IllegalStateException.class, inner::resume);
                  out.yield(2);
                })
            .iterator();
    assertEquals(1, it.next().intValue());
    assertThrows(IllegalStateException.class, () -> leaked.get(0).yield(7));
    assertEquals(2, it.next().intValue());
    assertFalse(it.hasNext());
    assertThrows(IllegalStateException.class, () -> leaked.get(0).yield(7));
    assertFalse(it.hasNext());
  }

  @ParameterizedTest
  @ValueSource(strings = {"int", "long", "double"})
  void a_yield_that_was_refused_gives_no_element_and_the_body_goes_on(String type) {
    Iterable<? extends Number> numbers =
        PrimitiveSequences.of(
            type,
            out -> {
              out.yield(1);
              try {
                List.of(7, 8).forEach(out::yield);
              } catch (NotSuspendableException e) {
                log.add("refused");
              }
              out.yield(2);
            });
    assertEquals(List.of(1, 2), all(numbers));
    assertEquals(List.of("refused"), log);
  }
}
