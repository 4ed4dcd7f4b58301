package dev.respool.it.semantics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.Coroutine;
import dev.respool.Coroutine.Status;
import dev.respool.CoroutineException;
import dev.respool.Suspendable;
import dev.respool.it.harness.TransformedTests;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How a coroutine is given up. */
@ExtendWith(TransformedTests.class)
class CloseTest {
  private final List<String> log = new ArrayList<>();

  @Test
  void closing_runs_the_finally_blocks_from_the_innermost_outwards() {
    Coroutine<Object, Object> co =
        Coroutine.create(
            () -> {
              try {
                outer();
              } finally {
                log.add("body");
              }
            });
    co.resume();
    co.close();
    assertEquals(List.of("inner", "resource", "outer", "body"), log);
    assertEquals(Status.DEAD, co.status());
  }

  @Suspendable
  private void outer() {
    try (AutoCloseable resource = () -> log.add("resource")) {
      inner();
      log.add("went on with " + resource);
    } catch (Exception e) {
      log.add("caught " + e);
    } finally {
      log.add("outer");
    }
  }

  @Suspendable
  private void inner() {
    try {
      Coroutine.yield();
      log.add("went on");
    } finally {
      log.add("inner");
    }
  }

  @Test
  void an_unstarted_coroutine_is_closed_without_running() {
    Coroutine<Object, Object> co = Coroutine.create(() -> log.add("ran"));
    co.close();
    assertEquals(Status.DEAD, co.status());
    assertEquals(List.of(), log);
  }

  @Test
  void closing_a_dead_coroutine_does_nothing() {
    Coroutine<Object, Object> co = Coroutine.create(() -> log.add("ran"));
    co.resume();
    co.close();
    co.close();
    assertEquals(List.of("ran"), log);
  }

  @Test
  void a_running_coroutine_cannot_be_closed_and_goes_on() {
    List<Coroutine<Object, Object>> self = new ArrayList<>();
    self.add(
        Coroutine.create(
            () -> {
              assertThrows(IllegalStateException.class, self.get(0)::close);
              Coroutine.yield("still alive");
            }));
    assertEquals("still alive", self.get(0).resume());
  }

  @Test
  void a_normal_coroutine_cannot_be_closed() {
    List<Coroutine<Object, Object>> outer = new ArrayList<>();
    Coroutine<Object, Object> inner =
        Coroutine.create(() -> assertThrows(IllegalStateException.class, outer.get(0)::close));
    outer.add(
        Coroutine.create(
            () -> {
              inner.resume();
              Coroutine.yield("still alive");
            }));
    assertEquals("still alive", outer.get(0).resume());
  }

  @Test
  void what_a_finally_block_throws_leaves_close() {
    IllegalArgumentException thrown = new IllegalArgumentException("in finally");
    Coroutine<Object, Object> co = throwing(thrown);
    co.resume();
    assertSame(thrown, assertThrows(IllegalArgumentException.class, co::close));
    assertEquals(Status.DEAD, co.status());
  }

  @Test
  void a_checked_exception_of_a_finally_block_leaves_close_wrapped() {
    IOException thrown = new IOException("in finally");
    Coroutine<Object, Object> co = throwing(thrown);
    co.resume();
    assertSame(thrown, assertThrows(CoroutineException.class, co::close).getCause());
    assertEquals(Status.DEAD, co.status());
  }

  private static Coroutine<Object, Object> throwing(Exception thrown) {
    return Coroutine.create(
        () -> {
          try {
            Coroutine.yield();
          } finally {
            raise(thrown);
          }
        });
  }

  private static void raise(Exception thrown) throws Exception {
    throw thrown;
  }

  @Test
  void a_catch_of_exceptions_does_not_see_the_close() {
    Coroutine<Object, Object> co =
        Coroutine.create(
            () -> {
              try {
                Coroutine.yield();
              } catch (Exception e) {
                log.add("caught " + e);
              }
              log.add("went on");
            });
    co.resume();
    co.close();
    assertEquals(List.of(), log);
  }

  @Test
  void a_finally_block_cannot_yield_while_its_coroutine_is_closed() {
    Coroutine<Object, Object> co =
        Coroutine.create(
            () -> {
              try {
                Coroutine.yield();
              } finally {
                Coroutine.yield();
                log.add("went on");
              }
            });
    co.resume();
    IllegalStateException e = assertThrows(IllegalStateException.class, co::close);
    assertTrue(e.getMessage().contains("attempt to yield"), e.getMessage());
    assertEquals(List.of(), log);
    assertEquals(Status.DEAD, co.status());
  }

  @Test
  void try_with_resources_closes_a_coroutine() {
    Coroutine<Object, Object> left = Coroutine.create(this::inner);
    try (Coroutine<Object, Object> co = left) {
      co.resume();
    }
    assertEquals(List.of("inner"), log);
    assertTrue(left.isDone());
  }
}
