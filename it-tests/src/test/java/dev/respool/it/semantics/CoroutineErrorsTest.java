package dev.respool.it.semantics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.Coroutine;
import dev.respool.Coroutine.Status;
import dev.respool.CoroutineBody;
import dev.respool.CoroutineException;
import dev.respool.Suspendable;
import dev.respool.it.harness.TransformedTests;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What goes wrong, and in which words. */
@ExtendWith(TransformedTests.class)
class CoroutineErrorsTest {
  private static final String DEAD = "cannot resume dead coroutine";
  private static final String NOT_SUSPENDED = "cannot resume non-suspended coroutine";
  private static final String OUTSIDE = "attempt to yield from outside a coroutine";

  @Test
  void a_dead_coroutine_cannot_be_resumed_however_it_died() {
    Coroutine<Object, Object> returned = Coroutine.create(first -> first);
    returned.resume();
    Coroutine<Object, Object> threw =
        Coroutine.create(
            () -> {
              throw new IllegalArgumentException();
            });
    assertThrows(IllegalArgumentException.class, threw::resume);
    Coroutine<Object, Object> closed = Coroutine.create(first -> first);
    closed.close();
    for (Coroutine<Object, Object> dead : List.of(returned, threw, closed)) {
      assertEquals(Status.DEAD, dead.status());
      assertRefused(DEAD, dead);
    }
  }

  @Test
  void a_resumption_with_a_wrong_type_fails_in_the_line_of_its_yield() {
    int[] lines = new int[2];
    for (int yields = 1; yields <= 2; yields++) {
      Coroutine<Object, Object> co = Coroutine.create(first -> greetings());
      co.resume();
      if (yields == 2) {
        co.resume("a name");
      }
      ClassCastException thrown = assertThrows(ClassCastException.class, () -> co.resume(42));
      assertEquals("greetings", thrown.getStackTrace()[0].getMethodName());
      lines[yields - 1] = thrown.getStackTrace()[0].getLineNumber();
    }
    assertEquals(1, lines[1] - lines[0]);
  }

  @Suspendable
  private static int greetings() {
    int length = Coroutine.<String>yield("who").length();
    length += Coroutine.<String>yield("and who").length();
    return length;
  }

  @Test
  void a_running_coroutine_cannot_resume_itself() {
    List<Coroutine<Object, Object>> self = new ArrayList<>();
    self.add(
        Coroutine.create(
            () -> {
              assertRefused(NOT_SUSPENDED, self.get(0));
              Coroutine.yield("goes on");
            }));
    assertEquals("goes on", self.get(0).resume());
    assertNull(self.get(0).resume());
  }

  @Test
  void a_normal_coroutine_cannot_be_resumed_by_the_one_that_it_resumed() {
    List<Coroutine<Object, Object>> outer = new ArrayList<>();
    Coroutine<Object, Object> inner =
        Coroutine.create(() -> assertRefused(NOT_SUSPENDED, outer.get(0)));
    outer.add(Coroutine.create(() -> inner.resume()));
    outer.get(0).resume();
    assertTrue(inner.isDone() && outer.get(0).isDone());
  }

  @Test
  void a_coroutine_that_runs_in_another_thread_cannot_be_resumed() throws Exception {
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    Coroutine<Object, Object> co =
        Coroutine.create(
            first -> {
              running.countDown();
              release.await();
              return Coroutine.yield("one");
            });
    Thread other = new Thread(co::resume);
    other.start();
    running.await();
    assertEquals(Status.RUNNING, co.status());
    assertRefused(NOT_SUSPENDED, co);
    release.countDown();
    other.join();
    assertEquals("two", co.resume("two"));
  }

  @Test
  void of_threads_that_race_to_resume_one_wins_each_round() throws Exception {
    AtomicInteger won = new AtomicInteger();
    AtomicInteger lost = new AtomicInteger();
    int[] steps = {0};
    Coroutine<Object, Object> co =
        Coroutine.create(
            () -> {
              while (true) {
                steps[0]++;
                Coroutine.yield();
              }
            });
    CyclicBarrier barrier = new CyclicBarrier(2);
    Runnable racer =
        () -> {
          for (int i = 0; i < 2_000; i++) {
            await(barrier);
            try {
              co.resume();
              won.incrementAndGet();
            } catch (IllegalStateException e) {
              lost.addAndGet(e.getMessage().contains(NOT_SUSPENDED) ? 1 : 1_000_000);
            }
          }
        };
    Thread other = new Thread(racer);
    other.start();
    racer.run();
    other.join();
    assertEquals(4_000, won.get() + lost.get());
    assertEquals(won.get(), steps[0]);
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void a_yield_outside_any_coroutine_says_so() {
    IllegalStateException e =
        assertThrows(IllegalStateException.class, CoroutineErrorsTest::yieldNow);
    assertTrue(e.getMessage().contains(OUTSIDE), e.getMessage());
    Coroutine<Object, Object> co = Coroutine.create(first -> yieldNow());
    assertEquals("now", co.resume());
    assertEquals("fine", co.resume("fine"));
  }

  @Suspendable
  private static Object yieldNow() {
    return Coroutine.yield("now");
  }

  @Test
  void an_unchecked_exception_leaves_resume_as_it_is() {
    for (Throwable thrown : List.of(new IllegalArgumentException("x"), new LinkageError("y"))) {
      for (int suspensions = 0; suspensions < 3; suspensions++) {
        Coroutine<Object, Object> co = throwing(thrown, suspensions);
        for (int i = 0; i < suspensions; i++) {
          co.resume();
        }
        assertSame(thrown, assertThrows(thrown.getClass(), co::resume));
        assertEquals(Status.DEAD, co.status());
      }
    }
  }

  @Test
  void a_checked_exception_leaves_resume_wrapped() {
    for (int suspensions = 0; suspensions < 3; suspensions++) {
      IOException thrown = new IOException("disk");
      Coroutine<Object, Object> co = throwing(thrown, suspensions);
      for (int i = 0; i < suspensions; i++) {
        co.resume();
      }
      assertSame(thrown, assertThrows(CoroutineException.class, co::resume).getCause());
      assertEquals(Status.DEAD, co.status());
    }
  }

  private static Coroutine<Object, Object> throwing(Throwable thrown, int suspensions) {
    return Coroutine.create(
        () -> {
          for (int i = 0; i < suspensions; i++) {
            Coroutine.yield();
          }
          raise(thrown);
        });
  }

  private static void raise(Throwable thrown) throws Exception {
    if (thrown instanceof Error error) {
      throw error;
    }
    throw (Exception) thrown;
  }

  @Test
  void an_exception_of_an_inner_coroutine_is_caught_by_the_outer_that_goes_on() {
    Coroutine<Object, Object> inner =
        Coroutine.create(
            () -> {
              Coroutine.yield();
              throw new IllegalArgumentException("inner");
            });
    Coroutine<Object, Object> outer =
        Coroutine.create(
            first -> {
              inner.resume();
              try {
                return inner.resume();
              } catch (IllegalArgumentException e) {
                Coroutine.yield("caught");
                return e.getMessage();
              }
            });
    assertEquals("caught", outer.resume());
    assertEquals("inner", outer.resume());
  }

  @Test
  void the_trace_of_an_exception_shows_the_logical_callers_and_then_who_resumed() {
    CoroutineBody<Object, Object> body = first -> outermost();
    Coroutine<Object, Object> co = Coroutine.create(body);
    co.resume();
    co.resume();
    StackTraceElement[] trace =
        assertThrows(IllegalStateException.class, () -> resumer(co)).getStackTrace();
    List<String> names = new ArrayList<>();
    for (StackTraceElement element : trace) {
      if (element.getClassName().equals(CoroutineErrorsTest.class.getName())) {
        names.add(element.getMethodName().replaceAll("^lambda.*", "lambda"));
      }
    }
    List<String> expected = List.of("innermost", "middle", "outermost", "lambda", "resumer");
    assertEquals(expected, names.subList(0, expected.size()), List.of(trace).toString());
  }

  private static void resumer(Coroutine<Object, Object> co) {
    co.resume();
  }

  @Suspendable
  private static Object outermost() {
    return middle() + "!";
  }

  @Suspendable
  private static Object middle() {
    Coroutine.yield("one");
    Object got = innermost();
    return got + "?";
  }

  @Suspendable
  private static Object innermost() {
    Coroutine.yield("two");
    throw new IllegalStateException("on purpose");
  }

  @Test
  void there_is_no_coroutine_without_a_body() {
    assertThrows(
        NullPointerException.class, () -> Coroutine.create((CoroutineBody<Object, Object>) null));
  }

  private static void assertRefused(String text, Coroutine<Object, Object> co) {
    IllegalStateException e = assertThrows(IllegalStateException.class, co::resume);
    assertInstanceOf(IllegalStateException.class, e);
    assertTrue(e.getMessage().contains(text), e.getMessage());
  }
}
