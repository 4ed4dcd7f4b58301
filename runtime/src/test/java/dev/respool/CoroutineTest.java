package dev.respool;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What holds of coroutines whose bodies never yield; those that do are tested in {@link
 * SuspendedCoroutineTest}.
 */
class CoroutineTest {
  private final List<Object> log = new ArrayList<>();

  private static void assertFails(String message, Runnable action) {
    IllegalStateException thrown = assertThrows(IllegalStateException.class, action::run);
    assertEquals(message, thrown.getMessage());
  }

  @Test
  void a_null_body_is_refused_at_once() {
    NullPointerException thrown =
        assertThrows(
            NullPointerException.class, () -> Coroutine.create((CoroutineBody<?, ?>) null));
    assertEquals("the body of a coroutine is null", thrown.getMessage());
  }

  @Test
  void a_new_coroutine_is_suspended_and_has_not_begun() {
    Coroutine<Object, Object> coroutine = Coroutine.create(first -> log.add("began"));
    assertEquals(Coroutine.Status.SUSPENDED, coroutine.status());
    assertFalse(coroutine.isDone());
    assertEquals(List.of(), coroutine.frames());
    assertArrayEquals(new StackTraceElement[0], coroutine.stackTrace());
    assertEquals(List.of(), log);
  }

  @Test
  void a_body_gets_the_first_value_and_its_result_comes_out_of_resume() {
    Coroutine<String, Integer> coroutine = Coroutine.create(String::length);
    assertEquals(5, coroutine.resume("seven".toUpperCase()));
    assertEquals(Coroutine.Status.DEAD, coroutine.status());
    assertTrue(coroutine.isDone());
    assertEquals(List.of(), coroutine.frames());
  }

  @Test
  void null_is_a_value() {
    Coroutine<Object, Object> coroutine =
        Coroutine.create(
            first -> {
              log.add(String.valueOf(first));
              return null;
            });
    assertNull(coroutine.resume());
    assertEquals(List.of("null"), log);
  }

  @Test
  void an_action_has_neither_parameter_nor_result() {
    Coroutine<Object, Object> coroutine = Coroutine.create(() -> log.add("ran"));
    assertNull(coroutine.resume("ignored"));
    assertEquals(List.of("ran"), log);
  }

  @Test
  void a_wrapped_body_is_a_function_that_resumes() {
    Function<Integer, Integer> function = Coroutine.<Integer, Integer>wrap(i -> i + 1);
    assertEquals(42, function.apply(41));
    assertFails("cannot resume dead coroutine", () -> function.apply(1));
  }

  @Test
  void a_dead_coroutine_cannot_be_resumed() {
    Coroutine<Object, Object> coroutine = Coroutine.create(first -> 1);
    coroutine.resume();
    assertFails("cannot resume dead coroutine", coroutine::resume);
  }

  @Test
  void a_running_coroutine_cannot_resume_itself_and_goes_on() {
    List<Coroutine<Object, Object>> self = new ArrayList<>();
    self.add(
        Coroutine.create(
            first -> {
              assertFails("cannot resume non-suspended coroutine", self.get(0)::resume);
              return "went on";
            }));
    assertEquals("went on", self.get(0).resume());
  }

  @Test
  void a_normal_coroutine_cannot_be_resumed_by_the_one_that_it_resumed() {
    List<Coroutine<Object, Object>> outer = new ArrayList<>();
    Coroutine<Object, Object> inner =
        Coroutine.create(
            first -> {
              assertFails("cannot resume non-suspended coroutine", outer.get(0)::resume);
              assertFails("cannot close a running coroutine", outer.get(0)::close);
              return "inner";
            });
    outer.add(Coroutine.create(first -> inner.resume() + " in outer"));
    assertEquals("inner in outer", outer.get(0).resume());
  }

  @Test
  void the_four_states_are_seen_from_inside() {
    List<Coroutine<Object, Object>> both = new ArrayList<>();
    both.add(
        Coroutine.create(
            first -> {
              log.add(both.get(0).status());
              log.add(both.get(1).status());
              both.get(1).resume();
              log.add(both.get(0).status());
              return log.add(both.get(1).status());
            }));
    both.add(Coroutine.create(first -> log.add(both.get(0).status())));
    both.get(0).resume();
    assertEquals(
        List.of(
            Coroutine.Status.RUNNING,
            Coroutine.Status.SUSPENDED,
            Coroutine.Status.NORMAL,
            Coroutine.Status.RUNNING,
            Coroutine.Status.DEAD),
        log);
  }

  @Test
  void the_running_coroutine_is_the_innermost() {
    Coroutine<Object, Object> inner = Coroutine.create(first -> Coroutine.running());
    Coroutine<Object, Object> outer =
        Coroutine.create(
            first -> {
              log.add(inner.resume());
              return Coroutine.running();
            });
    assertNull(Coroutine.running());
    assertSame(outer, outer.resume());
    assertSame(inner, log.get(0));
    assertNull(Coroutine.running());
  }

  @Test
  void an_unchecked_exception_leaves_resume_as_it_is() {
    for (Throwable thrown : List.of(new IllegalArgumentException("x"), new StackOverflowError())) {
      Coroutine<Object, Object> coroutine = Coroutine.create(first -> raise(thrown));
      assertSame(thrown, assertThrows(Throwable.class, coroutine::resume));
      assertEquals(Coroutine.Status.DEAD, coroutine.status());
      assertFails("cannot resume dead coroutine", coroutine::resume);
    }
    assertNull(Coroutine.running());
  }

  private static Object raise(Throwable thrown) {
    if (thrown instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) thrown;
  }

  @Test
  void a_checked_exception_is_wrapped() {
    IOException cause = new IOException("disk");
    Coroutine<Object, Object> coroutine =
        Coroutine.create(
            first -> {
              throw cause;
            });
    CoroutineException thrown = assertThrows(CoroutineException.class, coroutine::resume);
    assertSame(cause, thrown.getCause());
    assertEquals("a coroutine ended with java.io.IOException: disk", thrown.getMessage());
    assertTrue(coroutine.isDone());
  }

  @Test
  void an_exception_of_an_inner_coroutine_can_be_caught_by_the_outer_one() {
    Coroutine<Object, Object> inner =
        Coroutine.create(first -> raise(new IllegalArgumentException("inner")));
    Coroutine<Object, Object> outer =
        Coroutine.create(
            first -> {
              assertThrows(IllegalArgumentException.class, inner::resume);
              return Coroutine.running();
            });
    assertSame(outer, outer.resume());
  }

  @Test
  void closing_a_new_coroutine_ends_it_without_running_it() {
    Coroutine<Object, Object> coroutine = Coroutine.create(first -> log.add("ran"));
    coroutine.close();
    assertEquals(Coroutine.Status.DEAD, coroutine.status());
    coroutine.close();
    assertFails("cannot resume dead coroutine", coroutine::resume);
    assertEquals(List.of(), log);
  }

  @Test
  void a_running_coroutine_cannot_be_closed_or_looked_into() {
    Coroutine<Object, Object> coroutine =
        Coroutine.create(
            first -> {
              assertFails("cannot close a running coroutine", Coroutine.running()::close);
              assertThrows(IllegalStateException.class, Coroutine.running()::frames);
              assertThrows(IllegalStateException.class, Coroutine.running()::stackTrace);
              return "went on";
            });
    assertEquals("went on", coroutine.resume());
  }

  @Test
  void a_yield_outside_of_coroutines_fails_and_says_how_to_start_one() {
    String message =
        "attempt to yield from outside a coroutine: start one with Coroutine.create, Generator.of"
            + " or EventLoop.run and yield in its body";
    assertFails(message, () -> Coroutine.yield(1));
    assertFails(message, () -> Coroutine.yield());
    assertFalse(Coroutine.isYieldable());
  }

  @Test
  @Timeout(10)
  void of_two_threads_that_resume_one_wins_and_the_other_gets_the_error() throws Exception {
    CountDownLatch began = new CountDownLatch(1);
    CountDownLatch tried = new CountDownLatch(1);
    Coroutine<Object, Object> coroutine =
        Coroutine.create(
            first -> {
              began.countDown();
              return tried.await(5, TimeUnit.SECONDS);
            });
    CompletableFuture<Object> winner = CompletableFuture.supplyAsync(coroutine::resume);
    began.await();
    assertEquals(Coroutine.Status.RUNNING, coroutine.status());
    assertFails("cannot resume non-suspended coroutine", coroutine::resume);
    tried.countDown();
    assertEquals(true, winner.get());
  }

  @Test
  void a_coroutine_may_be_created_by_one_thread_and_run_by_another() throws Exception {
    Coroutine<Object, Object> coroutine = Coroutine.create(first -> Thread.currentThread());
    Thread here = Thread.currentThread();
    CompletableFuture<Object> ranOn = new CompletableFuture<>();
    Thread other = new Thread(() -> ranOn.complete(coroutine.resume()));
    other.start();
    assertSame(other, assertInstanceOf(Thread.class, ranOn.get(5, TimeUnit.SECONDS)));
    assertNotEquals(here, ranOn.get());
  }
}
