package dev.respool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.handmade.Untransformed;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds of generators whose bodies yield nothing, or try to without being transformed. */
class GeneratorTest {
  private final List<String> log = new ArrayList<>();
  private final Generator<Integer> empty = Generator.of(yielder -> log.add("ran"));

  @Test
  void a_null_body_is_refused_at_once() {
    NullPointerException thrown =
        assertThrows(NullPointerException.class, () -> Generator.of(null));
    assertEquals("the body of a generator is null", thrown.getMessage());
  }

  @Test
  void a_body_does_not_begin_before_an_element_is_asked_for() {
    CloseableIterator<Integer> run = empty.iterator();
    assertEquals(List.of(), log);
    assertFalse(run.hasNext());
    assertEquals(List.of("ran"), log);
  }

  @Test
  void a_generator_that_yields_nothing_has_no_elements() {
    CloseableIterator<Integer> run = empty.iterator();
    NoSuchElementException thrown = assertThrows(NoSuchElementException.class, run::next);
    assertEquals("the generator has ended", thrown.getMessage());
    assertFalse(run.hasNext());
    assertEquals(List.of("ran"), log, "once");
  }

  @Test
  void each_iterator_is_a_fresh_run() {
    empty.iterator().hasNext();
    empty.iterator().hasNext();
    for (Integer element : empty) {
      log.add("element " + element);
    }
    assertEquals(List.of("ran", "ran", "ran"), log);
  }

  @Test
  void a_stream_is_a_fresh_run_that_begins_late() {
    try (Stream<Integer> stream = empty.stream()) {
      assertEquals(List.of(), log);
      assertEquals(List.of(), stream.toList());
    }
    assertEquals(List.of("ran"), log);
  }

  @Test
  void a_run_that_is_closed_before_it_begins_never_begins() {
    CloseableIterator<Integer> run = empty.iterator();
    run.close();
    run.close();
    assertFalse(run.hasNext());
    assertThrows(NoSuchElementException.class, run::next);
    assertEquals(List.of(), log);
  }

  @Test
  void an_exception_of_the_body_leaves_the_iterator_and_ends_the_run() {
    IllegalArgumentException cause = new IllegalArgumentException("x");
    Generator<Integer> failing =
        Generator.of(
            yielder -> {
              throw cause;
            });
    CloseableIterator<Integer> run = failing.iterator();
    assertSame(cause, assertThrows(IllegalArgumentException.class, run::hasNext));
    assertFalse(run.hasNext());
  }

  @Test
  void a_checked_exception_of_the_body_is_wrapped() {
    IOException cause = new IOException("disk");
    Generator<Integer> failing =
        Generator.of(
            yielder -> {
              throw cause;
            });
    CoroutineException thrown = assertThrows(CoroutineException.class, failing.iterator()::next);
    assertSame(cause, thrown.getCause());
  }

  @Test
  void a_body_that_was_not_transformed_fails_at_its_first_yield_and_is_named() {
    CloseableIterator<Integer> run = Generator.of(Untransformed.producing(log)).iterator();
    NotSuspendableException thrown = assertThrows(NotSuspendableException.class, run::next);
    assertTrue(
        thrown
            .getMessage()
            .startsWith("attempt to yield across dev.respool.handmade.Untransformed$"),
        thrown.getMessage());
    assertTrue(thrown.getMessage().contains("the method was not transformed"));
    assertEquals(List.of("finally"), log);
    assertFalse(run.hasNext());
  }

  @Test
  void a_yielder_that_has_got_away_cannot_yield() {
    List<Yielder<Integer>> kept = new ArrayList<>();
    Generator.<Integer>of(kept::add).iterator().hasNext();
    String message =
        "attempt to yield to a generator from outside its body: call yield in the code that the"
            + " generator runs, not in another coroutine inside it or after its end";
    assertEquals(
        message,
        assertThrows(IllegalStateException.class, () -> kept.get(0).yield(1)).getMessage());
  }

  @Test
  void a_coroutine_inside_a_generator_cannot_yield_for_it() {
    Generator<Integer> generator =
        Generator.of(
            yielder ->
                Coroutine.create(
                        () -> assertThrows(IllegalStateException.class, () -> yielder.yield(1)))
                    .resume());
    assertFalse(generator.iterator().hasNext());
  }
}
